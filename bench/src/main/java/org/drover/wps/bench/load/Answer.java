package org.drover.wps.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one HTTP answer as its bytes arrive; keeps the beginning of its body. */
public final class Answer {

  private static final int KEPT = 64 * 1024;
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

  private final byte[] kept = new byte[KEPT];
  private int length;
  private int headEnd;
  private int status;
  private boolean chunked;
  private long left;
  private final ChunkedEnd chunks = new ChunkedEnd();

  void clear() {
    length = 0;
    headEnd = 0;
    status = 0;
  }

  /**
   * Takes bytes.
   *
   * @return whether the answer is complete
   */
  boolean take(ByteBuffer bytes) {
    byte[] array = bytes.array();
    int from = bytes.arrayOffset() + bytes.position();
    int to = bytes.arrayOffset() + bytes.limit();
    int copied = Math.min(to - from, KEPT - length);
    System.arraycopy(array, from, kept, length, copied);
    int before = length;
    length += copied;
    if (headEnd == 0) {
      headEnd = findHeadEnd(Math.max(0, before - HEAD_END.length));
      if (headEnd == 0) {
        return false;
      }
      readHead();
      from += headEnd - before;
    }
    return chunked ? chunks.take(array, from, to) : (left -= to - from) <= 0;
  }

  private int findHeadEnd(int start) {
    for (int i = start; i + HEAD_END.length <= length; i++) {
      if (kept[i] == '\r' && kept[i + 1] == '\n' && kept[i + 2] == '\r' && kept[i + 3] == '\n') {
        return i + HEAD_END.length;
      }
    }
    return 0;
  }

  private void readHead() {
    status = (kept[9] - '0') * 100 + (kept[10] - '0') * 10 + kept[11] - '0';
    String head =
        new String(kept, 0, headEnd, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = head.indexOf("\r\ncontent-length:");
    chunked = at < 0;
    chunks.clear();
    left =
        chunked ? 0 : Long.parseLong(head.substring(at + 17, head.indexOf('\r', at + 17)).trim());
  }

  int status() {
    return status;
  }

  /** The beginning of the body. */
  public String body() {
    return new String(kept, headEnd, length - headEnd, StandardCharsets.UTF_8);
  }

  boolean bodyContains(byte[] sign) {
    for (int i = headEnd; i + sign.length <= length; i++) {
      int j = 0;
      while (j < sign.length && kept[i + j] == sign[j]) {
        j++;
      }
      if (j == sign.length) {
        return true;
      }
    }
    return false;
  }
}
