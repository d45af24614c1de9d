package org.drover.wps.data.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds what the parser reads for one event: a tag, a comment, a piece of text. The parser holds
 * names and tags as a whole, whatever their length, before anybody can look at them. Of CDATA it
 * hands over a piece (256 KiB at most) when its buffer is full, but goes on to the next when the
 * buffer happens to end in a bracket: text of many brackets, such as GeoJSON, needs room for some.
 */
final class BoundedInput extends FilterInputStream {

  private static final int LONGEST_EVENT = 1 << 22;

  private int left = LONGEST_EVENT;

  BoundedInput(InputStream in) {
    super(in);
  }

  /** The parser begins with another event. */
  void renew() {
    left = LONGEST_EVENT;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    take(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    take(Math.max(0, count));
    return count;
  }

  private void take(int count) throws IOException {
    left -= count;
    if (left < 0) {
      throw new IOException(
          "A tag, name or comment is longer than the " + LONGEST_EVENT + " bytes accepted here.");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
