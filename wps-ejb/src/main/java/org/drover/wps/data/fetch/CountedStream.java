package org.drover.wps.data.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes as they come over the wire, up to a number. */
final class CountedStream extends FilterInputStream {

  private long left;

  CountedStream(InputStream in, long maximum) {
    super(in);
    this.left = maximum;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    if (octet >= 0) {
      count(1);
    }
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("the response is larger than what is accepted here");
    }
  }
}
