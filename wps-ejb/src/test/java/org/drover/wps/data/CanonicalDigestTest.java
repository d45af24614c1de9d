package org.drover.wps.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CanonicalDigestTest {

  @TempDir private Path folder;

  private record Words(Map<String, String> words) {}

  @Test
  void bytesCountAndNotWhereTheyAre() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "data");
    String inFile = digest(new Content.InFile(file, 4));
    assertThat(inFile).hasSize(64).isEqualTo(digest(new Content.InMemory("data".getBytes(UTF_8))));
    assertThat(inFile).isNotEqualTo(digest(new Content.InMemory("date".getBytes(UTF_8))));
  }

  private static String digest(Content content) {
    return CanonicalDigest.of(
        Input.of("in", new InputValue.Complex(DeclaredFormat.of(Format.JSON), content)));
  }

  @Test
  void theOrderOfMapsDoesNotCount() {
    Map<String, String> one = new LinkedHashMap<>(Map.of("a", "1"));
    one.put("b", "2");
    Map<String, String> other = new LinkedHashMap<>(Map.of("b", "2"));
    other.put("a", "1");
    assertThat(CanonicalDigest.of(new Words(one))).isEqualTo(CanonicalDigest.of(new Words(other)));
  }
}
