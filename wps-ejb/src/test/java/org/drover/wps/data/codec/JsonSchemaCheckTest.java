package org.drover.wps.data.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaCheckTest {

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["sizes"], "additionalProperties": false,
       "properties": {
         "sizes": {"type": "array", "items": {"type": "number", "minimum": 0,
                   "exclusiveMinimum": true}},
         "name": {"type": "string", "nullable": true, "maxLength": 5},
         "either": {"oneOf": [{"type": "integer"}, {"type": "array"}]}}}
      """;

  private static void check(String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    JsonSchemaCheck.check(SCHEMA, new ByteArrayInputStream(bytes), bytes.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sizes\": [1, 2.5]}",
        "{\"sizes\": [], \"name\": null}",
        "{\"sizes\": [], \"either\": 3}",
        " {\"sizes\": [], \"either\": []} "
      })
  void whatTheSchemaSaysIsAccepted(String json) {
    assertThatCode(() -> check(json)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | sizes",
        "{\"sizes\": [0]} | $.sizes[0]",
        "{\"sizes\": [\"1\"]} | $.sizes[0]",
        "{\"sizes\": [], \"name\": \"sixsix\"} | $.name",
        "{\"sizes\": [], \"either\": \"x\"} | $.either",
        "{\"sizes\": [], \"more\": 1} | more",
        "[] | object",
        "{\"sizes\": [] | This is no JSON",
        "{\"sizes\": []} 1 | This is no JSON",
        "{\"sizes\": [], \"sizes\": []} | This is no JSON",
        "`` | There is no JSON"
      })
  void whatItDoesNotSayIsRefusedWithThePlace(String json, String told) {
    assertThatThrownBy(() -> check(json))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining(told);
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> check("[".repeat(100_000)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("no JSON");
  }

  @Test
  void whatIsTooLargeForMemoryIsNotRead() {
    assertThatThrownBy(
            () ->
                JsonSchemaCheck.check(
                    SCHEMA, new ByteArrayInputStream(new byte[0]), JsonSchemaCheck.LARGEST + 1))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.isTooLarge()).isTrue());
  }
}
