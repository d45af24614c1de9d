package org.drover.wps.process.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Complex data as bytes in a format, for processes that read or write it themselves. The bytes are
 * the data itself: base64 and XML escapes are undone. May be far larger than memory: read it as a
 * stream.
 */
public interface ComplexData {

  Format format();

  /** Length in bytes. */
  long length() throws IOException;

  /** A fresh stream over the whole data; the caller closes it. */
  InputStream open() throws IOException;

  /**
   * The file the data lies in, if it does, for libraries that need to jump about in it. Not to be
   * changed.
   */
  default Optional<Path> findFile() {
    return Optional.empty();
  }

  /** Data held in memory. */
  static ComplexData of(Format format, byte[] bytes) {
    byte[] copy = bytes.clone();
    return new ComplexData() {
      @Override
      public Format format() {
        return format;
      }

      @Override
      public long length() {
        return copy.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(copy);
      }
    };
  }

  /** Text held in memory, as UTF-8. */
  static ComplexData of(Format format, String text) {
    return of(format, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Data in a file. A process gives files below its scratch folder only. */
  static ComplexData of(Format format, Path file) {
    return new ComplexData() {
      @Override
      public Format format() {
        return format;
      }

      @Override
      public long length() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Optional<Path> findFile() {
        return Optional.of(file);
      }
    };
  }
}
