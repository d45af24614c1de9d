package org.drover.wps.web.ows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Arrays;
import java.util.Base64;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/** Takes base64 in pieces, white space anywhere, and hands the bytes on. */
public final class Base64Sink extends Writer {

  private static final int FOUR_CHARACTERS_EACH = 4 * 2048;

  private final OutputStream out;
  private final String input;
  private final byte[] block = new byte[FOUR_CHARACTERS_EACH];
  private int length;
  private boolean padded;

  public Base64Sink(OutputStream out, String input) {
    this.out = out;
    this.input = input;
  }

  @Override
  public void write(char[] text, int offset, int count) throws IOException {
    for (int i = offset; i < offset + count; i++) {
      char c = text[i];
      if (c > ' ') {
        block[length++] = c > 127 ? (byte) '?' : (byte) c;
        if (length == block.length) {
          decode();
        }
      }
    }
  }

  private void decode() throws IOException {
    if (length == 0) {
      return;
    }
    if (padded) {
      throw fault();
    }
    padded = block[length - 1] == '=';
    try {
      out.write(Base64.getDecoder().decode(Arrays.copyOf(block, length)));
    } catch (IllegalArgumentException e) {
      throw fault();
    }
    length = 0;
  }

  private WpsException fault() {
    return new WpsException(
        Fault.INVALID_INPUT, input, "The data of '" + input + "' is not base64.");
  }

  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    decode();
  }
}
