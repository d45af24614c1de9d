package org.drover.wps.processes.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Source;

/** Blocks of a raster as the items of a part. */
record Blocks(ComplexData raster, Grid grid, int from, int to, int band) implements Source<Block> {

  @Override
  public long size() {
    return (long) to - from;
  }

  @Override
  public Items<Block> openAt(long position) throws IOException {
    GeoTiff tiff = GeoTiff.open(raster, "raster");
    return new Items<>() {
      private int next = from + (int) position;

      @Override
      public boolean hasNext() {
        return next < to;
      }

      @Override
      public Block next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        try {
          return tiff.block(grid, next++, band);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void close() throws IOException {
        tiff.close();
      }
    };
  }
}
