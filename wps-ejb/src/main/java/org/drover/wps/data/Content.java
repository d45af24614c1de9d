package org.drover.wps.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes as received or produced: in memory when few, in a file when many. */
public sealed interface Content {

  long length();

  InputStream open() throws IOException;

  /** The file, when the bytes are in one. */
  Optional<Path> file();

  /** Few bytes. The array is not copied: nobody changes it. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record InMemory(byte[] bytes) implements Content {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }
  }

  /** Many bytes. */
  record InFile(Path path, long length) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(path);
    }
  }
}
