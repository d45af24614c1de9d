package org.drover.wps.process.plan;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Items read one after another from something that is closed afterwards. Used by one thread. */
public interface Items<T> extends Iterator<T>, Closeable {

  /** Items held in memory. */
  static <T> Items<T> of(List<T> list) {
    Iterator<T> iterator = list.iterator();
    return new Items<>() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public T next() {
        return iterator.next();
      }

      @Override
      public void close() throws IOException {}
    };
  }
}
