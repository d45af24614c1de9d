package org.drover.wps.bench.load;

/** Finds the end of a body in chunks (RFC 9112 §7.1); trailers are not expected. */
final class ChunkedEnd {

  private enum State {
    SIZE,
    DATA,
    LAST
  }

  private State state = State.SIZE;
  private long size;
  private boolean extension;
  private long left;

  void clear() {
    state = State.SIZE;
    size = 0;
    extension = false;
  }

  /** Whether the last chunk ends in these bytes. */
  boolean take(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (state == State.DATA) {
        long step = Math.min(left, to - i);
        left -= step;
        i += (int) step;
        if (left == 0) {
          clear();
        }
      } else if (state == State.SIZE) {
        size(bytes[i++]);
      } else if (--left == 0) {
        return true;
      } else {
        i++;
      }
    }
    return false;
  }

  private void size(byte b) {
    int digit = Character.digit(b, 16);
    if (b == '\n') {
      state = size == 0 ? State.LAST : State.DATA;
      left = size + 2;
    } else if (digit < 0) {
      extension = true;
    } else if (!extension) {
      size = size * 16 + digit;
    }
  }
}
