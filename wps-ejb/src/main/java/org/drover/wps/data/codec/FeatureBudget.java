package org.drover.wps.data.codec;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.drover.wps.config.Setting;
import org.drover.wps.process.plan.FeatureSink;

/**
 * Refuses a feature that would not fit into memory before it is there: collections may be of any
 * size, but each feature is held as a whole. Counts the bytes read since the last feature, and what
 * is made of them where that takes far more room than the bytes themselves.
 */
final class FeatureBudget extends FilterInputStream {

  /** How many bytes one feature of an input may have, written as GeoJSON or GML. */
  static final Setting<Long> MAX_BYTES = Setting.number("drover.data.max-feature-bytes", 64L << 20);

  /** What a position takes in memory beyond its shortest text, {@code [0,0]}. */
  static final int POSITION = 30;

  /** What a value in properties takes in memory beyond its shortest text, an empty object. */
  static final int VALUE = 60;

  private final long limit;
  private long spent;

  FeatureBudget(InputStream in) {
    this(in, MAX_BYTES.get());
  }

  FeatureBudget(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** A sink that passes features on, and with each begins to count anew. */
  FeatureSink renewedBy(FeatureSink sink) {
    return feature -> {
      sink.write(feature);
      spent = 0;
    };
  }

  /** Counts bytes that an object being made will take. */
  void spend(long bytes) {
    spent += bytes;
    if (spent > limit) {
      throw MalformedDataException.tooLarge(
          "One feature, or what stands between two features, is larger than the "
              + limit
              + " bytes accepted here. Cut its geometry into several features, or leave out long"
              + " properties.");
    }
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    spend(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    spend(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    spend(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
