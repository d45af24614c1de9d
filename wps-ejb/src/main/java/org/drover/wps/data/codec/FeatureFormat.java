package org.drover.wps.data.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.plan.FeatureSink;

/** A way features are written down. Streams in both directions; never holds a whole collection. */
public interface FeatureFormat {

  /** Whether data of this format, by media type and schema, is read and written here. */
  boolean handles(Format format);

  /**
   * Reads features and swaps coordinates to x, y order.
   *
   * @param sink gets each feature as it is read
   * @return the CRS of the geometries, {@code OGC:CRS84} or {@code EPSG:nnnn}
   * @throws MalformedDataException if the data is not what the format says
   */
  String read(InputStream in, FeatureSink sink) throws IOException;

  /**
   * Begins to write features in a CRS; coordinates are swapped to the order the format wants.
   *
   * @param out is flushed, not closed
   */
  FeatureWriter write(OutputStream out, String crs) throws IOException;

  /** Writes features one after another. Closing it ends the document. */
  interface FeatureWriter extends FeatureSink, java.io.Closeable {}
}
