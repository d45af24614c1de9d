package org.drover.wps.worker.folder;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Plain data as JSON in files. No class names are written or obeyed. */
public final class WorkerJson {

  private static final long LONGEST = 64 << 20;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private WorkerJson() {}

  /** Puts a value into a file, in one step: readers see the one before or this. */
  public static void write(Path file, Object value) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.write(draft, MAPPER.writeValueAsBytes(value));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads a value of this very type. The file is not trusted to be one.
   *
   * @throws IOException if it is no plain file, too long, or not what it should be
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
      throw new IOException(file.getFileName() + " is not what a worker writes");
    }
    return MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), type);
  }

  /** A record as text, as it is kept in rows. */
  public static String text(Object value) throws IOException {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads what {@link #text} wrote of an object of this very type. */
  public static <T> T value(String json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }
}
