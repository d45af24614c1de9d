package org.drover.wps.web.ows;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/** Tells a full or broken disk from a fault in the data that is being read. */
public final class StorageStream extends FilterOutputStream {

  public StorageStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    try {
      out.write(bytes, offset, count);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private static WpsException noRoom(IOException e) {
    return new WpsException(
        Fault.NOT_ENOUGH_STORAGE, null, "The inputs could not be stored. Try again later.", e);
  }
}
