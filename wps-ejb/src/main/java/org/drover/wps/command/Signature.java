package org.drover.wps.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.Format;

/** How files of well-known formats begin. */
final class Signature {

  private static final int BEGINNING = 512;

  private static final Map<String, List<String>> BINARY =
      Map.of(
          "image/tiff", List.of("II*\0", "MM\0*", "II+\0", "MM\0+"),
          "image/png", List.of("\u0089PNG\r\n\u001a\n"),
          "image/jpeg", List.of("\u00ff\u00d8\u00ff"),
          "application/zip", List.of("PK"),
          "application/geopackage+sqlite3", List.of("SQLite format 3\0"));

  private Signature() {}

  /** Whether a file may be of a format, as far as its beginning tells. */
  static boolean fits(Format format, Path file) throws IOException {
    String beginning = beginning(file);
    List<String> known = BINARY.get(format.baseType());
    if (known != null) {
      return known.stream().anyMatch(beginning::startsWith);
    }
    String text = beginning.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    if (format.isXml()) {
      return text.startsWith("<");
    }
    if (format.baseType().endsWith("json")) {
      return text.startsWith("{") || text.startsWith("[");
    }
    return true;
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
    }
  }
}
