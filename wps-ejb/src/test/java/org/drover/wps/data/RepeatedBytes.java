package org.drover.wps.data;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The same bytes again and again: documents far larger than memory. */
public final class RepeatedBytes extends InputStream {

  private final byte[] block;
  private long left;
  private int at;
  private long count;

  public RepeatedBytes(String block, long times) {
    this.block = block.getBytes(StandardCharsets.UTF_8);
    this.left = times;
  }

  /** How many bytes have been read. */
  public long count() {
    return count;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    int taken = Math.min(length, block.length - at);
    System.arraycopy(block, at, target, offset, taken);
    at = (at + taken) % block.length;
    left -= at == 0 ? 1 : 0;
    count += taken;
    return taken;
  }
}
