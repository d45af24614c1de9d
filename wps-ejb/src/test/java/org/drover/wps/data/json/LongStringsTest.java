package org.drover.wps.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.drover.wps.data.Content;
import org.drover.wps.data.Spool;
import org.drover.wps.error.WpsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LongStringsTest {

  private static final int LONGEST = 100;

  @TempDir private Path folder;
  private final AtomicInteger files = new AtomicInteger();

  private LongStrings open(InputStream json, long maximum) {
    return new LongStrings(
        json,
        () -> new Spool(folder.resolve("s" + files.incrementAndGet()), maximum, "a", 50),
        LONGEST);
  }

  private static InputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The strings of a document, wherever they were. */
  private List<String> strings(InputStream json) throws IOException {
    List<String> strings = new ArrayList<>();
    try (LongStrings taken = open(json, 1_000_000);
        JsonParser parser = JsonCopy.parser(taken)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          Optional<Content> text = taken.find(parser);
          strings.add(
              text.isEmpty()
                  ? parser.getText()
                  : new String(text.get().open().readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return strings;
  }

  @Test
  void whatIsShortStaysAsItIs() throws IOException {
    String json = "{\"a\\\"b\": [1, \"x\\\\\", \"\", {\"ü\": \"\\u00fc\"}], \"c\": null}";

    assertThat(new String(open(stream(json), 10).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(json);
  }

  @Test
  void longStringsReadAsAnyParserReadsThem() throws IOException {
    Random random = new Random(20261122);
    String[] pieces = {
      "a",
      "ü",
      "😀",
      "\\n",
      "\\\"",
      "\\\\",
      "\\/",
      "\\t",
      "\\u00e4",
      "\\ud83d\\ude00",
      "\\b\\f\\r",
      " "
    };
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(400);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String json = "[\"short\",\"" + text + "\",\"" + text + "\"]";
      String expected = new ObjectMapper().readTree(json).get(1).textValue();

      assertThat(strings(inPieces(json, random))).containsExactly("short", expected, expected);
    }
  }

  /** As a network gives it. */
  private static InputStream inPieces(String json, Random random) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int count) {
        return super.read(bytes, offset, Math.min(count, 1 + random.nextInt(7)));
      }
    };
  }

  @Test
  void halfAPairIsReplaced() throws IOException {
    String filling = "x".repeat(LONGEST + 1);

    assertThat(strings(stream("[\"" + filling + "\\ud83d!\\ude00?\\ud83d\"]")))
        .containsExactly(filling + "\uFFFD!\uFFFD?\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\q", "\\u12g4", "\n"})
  void whatIsNoStringIsRefused(String piece) {
    String json = "[\"" + "x".repeat(LONGEST + 1) + piece + "\"]";

    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> strings(stream(json)));
  }

  @Test
  void aStringThatNeverEndsIsRefused() {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> strings(stream("[\"" + "x".repeat(500))));
  }

  @Test
  void nobodyCanNameAStringThatWasTakenOut() throws IOException {
    String forged = "00000000-0000-0000-0000-00000000000000000000";

    assertThat(strings(stream("[\"" + "x".repeat(500) + "\",\"" + forged + "\"]")))
        .containsExactly("x".repeat(500), forged);
  }

  @Test
  void tooLongAStringIsRefusedWhileItIsRead() {
    assertThatExceptionOfType(WpsException.class)
        .isThrownBy(() -> open(stream("[\"" + "x".repeat(500) + "\"]"), 200).readAllBytes());
  }

  @Test
  void aCopyPutsTheStringsBack() throws IOException {
    String json = "{\"a\":[\"" + "y".repeat(300) + "\",1.10,{\"b\":\"z\"}]}";
    java.io.ByteArrayOutputStream copy = new java.io.ByteArrayOutputStream();
    try (LongStrings taken = open(stream(json), 1_000);
        JsonParser parser = JsonCopy.parser(taken);
        var out = JsonCopy.generator(copy)) {
      parser.nextToken();
      JsonCopy.copy(parser, out, taken);
    }

    assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo(json);
  }
}
