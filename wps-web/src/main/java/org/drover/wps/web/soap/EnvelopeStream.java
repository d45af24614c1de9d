package org.drover.wps.web.soap;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Takes a document in UTF-8 and passes it on inside an envelope, without its XML declaration. */
final class EnvelopeStream extends ServletOutputStream {

  private final OutputStream out;
  private String end = "";
  private boolean inDeclaration = true;
  private boolean closed;

  EnvelopeStream(OutputStream out) {
    this.out = out;
  }

  /** Begins the envelope. */
  void begin(String before, String behind) throws IOException {
    out.write(before.getBytes(StandardCharsets.UTF_8));
    end = behind;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  /** Every document of the protocols begins with a declaration. */
  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int from = offset;
    while (inDeclaration && from < offset + count) {
      inDeclaration = bytes[from++] != '>';
    }
    out.write(bytes, from, offset + count - from);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.write(end.getBytes(StandardCharsets.UTF_8));
      out.close();
    }
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new UnsupportedOperationException("the protocols write as the servlet API blocks");
  }
}
