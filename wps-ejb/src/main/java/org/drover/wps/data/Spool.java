package org.drover.wps.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/**
 * Takes bytes as they arrive: keeps few in memory, moves many to a file, refuses too many. Whatever
 * fails in writing is a {@link WpsException}, so that it is not taken for a failure of the source:
 * SIZE_EXCEEDED, or what {@link StorageFailure#explain} says.
 */
public final class Spool extends OutputStream {

  /** Up to this many bytes stay in memory. */
  public static final int MEMORY_LIMIT = 1 << 18;

  private final Path file;
  private final long maximum;
  private final String locator;
  private final int memoryLimit;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
  private OutputStream disk;
  private long length;

  /**
   * @param file where the bytes go when they are many; its folder exists or can be made
   * @param maximum largest length accepted
   * @param locator identifier of the input, for the refusal
   */
  public Spool(Path file, long maximum, String locator) {
    this(file, maximum, locator, MEMORY_LIMIT);
  }

  /**
   * As above, with less memory.
   *
   * @param memoryLimit up to this many bytes stay in memory; none go there when it is not positive
   */
  public Spool(Path file, long maximum, String locator, int memoryLimit) {
    this.file = file;
    this.maximum = maximum;
    this.locator = locator;
    this.memoryLimit = memoryLimit;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    length += count;
    if (length > maximum) {
      throw new WpsException(
          Fault.SIZE_EXCEEDED,
          locator,
          "The data is larger than the " + maximum + " bytes accepted here. Send less.");
    }
    if (disk == null && length <= memoryLimit) {
      memory.write(bytes, offset, count);
      return;
    }
    try {
      spill();
      disk.write(bytes, offset, count);
    } catch (IOException e) {
      throw StorageFailure.explain(e);
    }
  }

  private void spill() throws IOException {
    if (disk != null) {
      return;
    }
    Files.createDirectories(file.getParent());
    disk = Files.newOutputStream(file);
    memory.writeTo(disk);
    memory = null;
  }

  @Override
  public void close() {
    if (disk == null) {
      return;
    }
    try {
      disk.close();
    } catch (IOException e) {
      throw StorageFailure.explain(e);
    }
  }

  /** The bytes written; call after {@link #close()}. */
  public Content content() {
    return disk == null
        ? new Content.InMemory(memory.toByteArray())
        : new Content.InFile(file, length);
  }
}
