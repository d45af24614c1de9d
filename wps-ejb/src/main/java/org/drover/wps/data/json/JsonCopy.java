package org.drover.wps.data.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.drover.wps.data.Content;

/** Copies JSON values event by event: nothing is held, numbers stay as they are written. */
public final class JsonCopy {

  private static final int DEEPEST = 500;

  /** Makes all parsers and writers of JSON that may be large. Closes no streams. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .disable(com.fasterxml.jackson.core.StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonCopy() {}

  public static JsonParser parser(InputStream in) throws IOException {
    return FACTORY.createParser(in);
  }

  public static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /**
   * Copies the value a parser stands on, and leaves it on the end of the value.
   *
   * @param taken the strings taken out of the document
   */
  public static void copy(JsonParser from, JsonGenerator to, LongStrings taken) throws IOException {
    int depth = 0;
    while (true) {
      JsonToken token = from.currentToken();
      Optional<Content> text =
          token == JsonToken.VALUE_STRING && taken != null ? taken.find(from) : Optional.empty();
      if (text.isPresent()) {
        writeText(to, text.get());
      } else if (token.isNumeric()) {
        to.writeNumber(from.getText());
      } else {
        to.copyCurrentEvent(from);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
      if (from.nextToken() == null) {
        throw LongStrings.malformed("The document ends in the middle of a value.");
      }
    }
  }

  /** Writes text as a string. */
  public static void writeText(JsonGenerator to, Content text) throws IOException {
    try (Reader reader = new InputStreamReader(text.open(), StandardCharsets.UTF_8)) {
      to.writeString(reader, -1);
    }
  }

  /** Copies a document that is known to be well-formed. */
  static void copy(Content json, JsonGenerator to) throws IOException {
    try (InputStream in = json.open();
        JsonParser parser = parser(in)) {
      parser.nextToken();
      copy(parser, to, null);
    }
  }

  /** What a document begins with; empty unless it is one well-formed JSON value. */
  static Optional<JsonToken> check(Content json) throws IOException {
    try (InputStream in = json.open();
        JsonParser parser = parser(in)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      parser.skipChildren();
      return parser.nextToken() == null ? Optional.of(first) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
