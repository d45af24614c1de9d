package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The body of an answer. Small ones are held back until they are complete, so that a failure while
 * writing can still be told; large ones go out as they are written. {@link #close()} sends what is
 * held back: call it only when all is written.
 */
public final class Reply extends OutputStream {

  /** Up to this many bytes are held back. */
  static final int HELD_BACK = 1 << 18;

  private final HttpServletResponse response;
  private byte[] held = new byte[4096];
  private int length;
  private OutputStream sending;

  public Reply(HttpServletResponse response) {
    this.response = response;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    if (sending == null && length + count > HELD_BACK) {
      startSending();
    }
    if (sending != null) {
      send(bytes, offset, count);
      return;
    }
    if (length + count > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, length + count));
    }
    System.arraycopy(bytes, offset, held, length, count);
    length += count;
  }

  private void startSending() {
    try {
      sending = response.getOutputStream();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
    send(held, 0, length);
    held = new byte[0];
  }

  private void send(byte[] bytes, int offset, int count) {
    try {
      sending.write(bytes, offset, count);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  /** Does nothing: the end decides when bytes go out. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    if (sending == null) {
      response.setContentLength(length);
      startSending();
    }
    try {
      sending.close();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }
}
