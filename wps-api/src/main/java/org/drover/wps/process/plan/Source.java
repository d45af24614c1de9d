package org.drover.wps.process.plan;

import java.io.IOException;
import java.util.List;

/**
 * The items of a part. It can be opened at any position, and gives the same items in the same order
 * each time: that is what makes a part resumable.
 */
public interface Source<T> {

  /** Number of items, or -1 if it is not known beforehand. */
  long size();

  /**
   * Opens the source.
   *
   * @param position how many items to skip; 0 for all
   */
  Items<T> openAt(long position) throws IOException;

  /** A source held in memory. */
  static <T> Source<T> of(List<T> items) {
    List<T> copy = List.copyOf(items);
    return new Source<>() {
      @Override
      public long size() {
        return copy.size();
      }

      @Override
      public Items<T> openAt(long position) {
        return Items.of(copy.subList((int) Math.min(position, copy.size()), copy.size()));
      }
    };
  }
}
