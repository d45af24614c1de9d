package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.data.Content;
import org.drover.wps.data.json.JsonCopy;
import org.drover.wps.data.json.LongStrings;
import org.drover.wps.web.ogcapi.document.ProblemException;

/** The JSON of a request, member by member. */
final class RequestJson {

  private static final int LARGEST_SMALL = 1 << 20;
  private static final ObjectReader TREES =
      new ObjectMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final JsonParser parser;
  private final LongStrings taken;
  private final Set<String> seen = new HashSet<>();

  /**
   * @param taken the strings that were taken out of the document
   */
  RequestJson(JsonParser parser, LongStrings taken) {
    this.parser = parser;
    this.taken = taken;
  }

  /** Enters the document. */
  void begin() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw ProblemException.unreadable(
          "The body must be a JSON object such as {\"inputs\": {…}}.");
    }
  }

  /** Goes on to the value of the next member of the document; false at the end. */
  boolean nextMember() throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME) {
      return false;
    }
    if (!seen.add(parser.currentName())) {
      throw ProblemException.unreadable(
          "The member '" + parser.currentName() + "' is there twice. Send it once.");
    }
    parser.nextToken();
    return true;
  }

  /** Requires that nothing follows the document. */
  void end() throws IOException {
    if (parser.nextToken() != null) {
      throw ProblemException.unreadable("Something follows the JSON object. Send one.");
    }
  }

  String name() throws IOException {
    return parser.currentName();
  }

  JsonToken token() {
    return parser.currentToken();
  }

  JsonToken next() throws IOException {
    return parser.nextToken();
  }

  String text() throws IOException {
    return parser.getText();
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  void requireObject(String member) {
    if (token() != JsonToken.START_OBJECT) {
      throw ProblemException.unreadable("'" + member + "' must be a JSON object.");
    }
  }

  /** The text of the string it stands on, if it is long. */
  Optional<Content> longText() throws IOException {
    return taken.find(parser);
  }

  /** Copies the value it stands on. */
  void copyTo(JsonGenerator out) throws IOException {
    JsonCopy.copy(parser, out, taken);
  }

  /**
   * The value it stands on as a whole.
   *
   * @param what for the refusal of one that is too large
   */
  JsonNode small(String what) throws IOException {
    Bounded bytes = new Bounded(what);
    try (JsonGenerator out = JsonCopy.generator(bytes)) {
      copyTo(out);
    }
    try {
      return TREES.readTree(bytes.toByteArray());
    } catch (NumberFormatException e) { // of an exponent beyond those of BigDecimal
      throw new ProblemException(
          ProblemException.unreadable("'" + what + "' has a number that is too large.").problem(),
          e);
    }
  }

  private static final class Bounded extends ByteArrayOutputStream {
    private final String what;

    Bounded(String what) {
      this.what = what;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) {
      if (size() + count > LARGEST_SMALL) {
        throw ProblemException.unreadable(
            "'" + what + "' is larger than the " + LARGEST_SMALL + " bytes accepted there.");
      }
      super.write(bytes, offset, count);
    }
  }
}
