package org.drover.wps.data.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.codec.CrsName;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;

/** Writes the value of an output (18-062r2, inlineOrRefData.yaml). */
public final class OutputJson {

  private OutputJson() {}

  /** Writes a literal or a box as a document of its own; the stream stays open. */
  public static void write(OutputStream out, OutputValue value) throws IOException {
    try (JsonGenerator json = JsonCopy.generator(out)) {
      write(json, value, true);
    }
  }

  /**
   * Writes a value.
   *
   * @param plain whether the format goes without saying. An object is never alone: it could be
   *     taken for a link or a qualified value
   */
  static void write(JsonGenerator json, OutputValue value, boolean plain) throws IOException {
    if (value instanceof OutputValue.Literal literal) {
      literal(json, literal);
    } else if (value instanceof OutputValue.Box box) {
      box(json, box);
    } else {
      complex(json, (OutputValue.Complex) value, plain);
    }
  }

  private static void literal(JsonGenerator json, OutputValue.Literal literal) throws IOException {
    String text = literal.text();
    if (literal.type() == LiteralType.BOOLEAN) {
      json.writeBoolean(text.equals("true") || text.equals("1"));
    } else if (literal.type().isNumber()
        && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      json.writeNumber(text);
    } else {
      json.writeString(text);
    }
  }

  private static void box(JsonGenerator json, OutputValue.Box box) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("bbox");
    corner(json, box.lower());
    corner(json, box.upper());
    json.writeEndArray();
    json.writeStringField("crs", CrsName.parse(box.crs()).url());
    json.writeEndObject();
  }

  private static void corner(JsonGenerator json, List<Double> corner) throws IOException {
    for (Double ordinate : corner) {
      json.writeNumber(ordinate);
    }
  }

  private static void complex(JsonGenerator json, OutputValue.Complex complex, boolean plain)
      throws IOException {
    Format format = complex.format();
    Optional<JsonToken> begin =
        !format.isBase64() && format.isJson()
            ? JsonCopy.check(complex.content())
            : Optional.empty();
    boolean base64 = format.isBase64() || !format.isText();
    boolean alone = plain && begin.filter(JsonToken.START_OBJECT::equals).isEmpty();
    if (!alone) {
      json.writeStartObject();
      json.writeFieldName("value");
    }
    if (begin.isPresent()) {
      JsonCopy.copy(complex.content(), json);
    } else if (base64) {
      base64(json, complex.content());
    } else {
      JsonCopy.writeText(json, complex.content());
    }
    if (!alone) {
      json.writeStringField("mediaType", format.mediaType());
      if (base64 && begin.isEmpty()) {
        json.writeStringField("encoding", "base64");
      }
      if (!format.schema().isEmpty()) {
        json.writeStringField("schema", format.schema());
      }
      json.writeEndObject();
    }
  }

  private static void base64(JsonGenerator json, Content content) throws IOException {
    try (InputStream in = content.open()) {
      json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, in, -1);
    }
  }
}
