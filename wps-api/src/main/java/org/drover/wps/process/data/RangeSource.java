package org.drover.wps.process.data;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Source;

/** The features of a range of a collection. */
record RangeSource(FeatureCollection features, FeatureRange range) implements Source<Feature> {

  @Override
  public long size() {
    return range.size();
  }

  @Override
  public Items<Feature> openAt(long position) throws IOException {
    Items<Feature> all = features.readFrom(range.from() + position);
    return new Items<>() {
      private long left = range.size() - position;

      @Override
      public boolean hasNext() {
        return left > 0 && all.hasNext();
      }

      @Override
      public Feature next() {
        if (left <= 0) {
          throw new NoSuchElementException();
        }
        left--;
        return all.next();
      }

      @Override
      public void close() throws IOException {
        all.close();
      }
    };
  }
}
