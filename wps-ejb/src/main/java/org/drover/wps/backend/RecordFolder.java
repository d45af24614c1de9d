package org.drover.wps.backend;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A folder of small files by which servers tell one another how a task stands. Whoever reads a file
 * sees all of it, or the one before.
 *
 * @param root existing folder
 */
public record RecordFolder(Path root) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public Path path(String name) {
    return root.resolve(name);
  }

  /** What a file holds as JSON; empty when there is none. */
  public <T> Optional<T> read(String name, Class<T> type) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path(name)), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Writes a file as JSON. */
  public void write(String name, Object value) throws IOException {
    writeText(name, JSON.writeValueAsString(value));
  }

  /** Writes a file as it is. */
  public void writeText(String name, String text) throws IOException {
    Files.move(made(name, text), path(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes a file as JSON unless there is one; whether there was none. */
  public boolean writeFirst(String name, Object value) throws IOException {
    Path made = made(name, JSON.writeValueAsString(value));
    try {
      Files.createLink(path(name), made);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.delete(made);
    }
  }

  private Path made(String name, String text) throws IOException {
    return Files.writeString(Files.createTempFile(root, name, ".tmp"), text);
  }

  /** Removes files there may be. */
  public void remove(String... names) throws IOException {
    for (String each : names) {
      Files.deleteIfExists(path(each));
    }
  }
}
