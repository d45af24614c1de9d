package org.drover.wps.data.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.codec.CrsName;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;

/** Writes the inputs of a request as they could be sent again (18-062r2, execute.yaml). */
public final class InputsJson {

  private InputsJson() {}

  /**
   * Writes a request; the stream stays open.
   *
   * @param described the inputs there are, which tell numbers from texts
   * @param rest its other members, as a JSON object
   */
  public static void write(
      OutputStream out, List<Input> inputs, List<InputDescription> described, String rest)
      throws IOException {
    try (JsonGenerator json = JsonCopy.generator(out)) {
      json.writeStartObject();
      json.writeFieldName("inputs");
      members(json, inputs, described);
      String members = rest.substring(1, rest.length() - 1);
      if (!members.isBlank()) {
        json.writeRaw("," + members);
      }
      json.writeEndObject();
    }
  }

  private static void members(
      JsonGenerator json, List<Input> inputs, List<InputDescription> described) throws IOException {
    Map<String, List<InputValue>> values = new LinkedHashMap<>();
    for (Input input : inputs) {
      values.computeIfAbsent(input.id(), key -> new ArrayList<>()).add(input.value());
    }
    json.writeStartObject();
    for (Map.Entry<String, List<InputValue>> each : values.entrySet()) {
      json.writeFieldName(each.getKey());
      Optional<InputDescription> input =
          described.stream().filter(it -> it.id().equals(each.getKey())).findFirst();
      boolean several = each.getValue().size() > 1;
      if (several) {
        json.writeStartArray();
      }
      for (InputValue value : each.getValue()) {
        value(json, value, input);
      }
      if (several) {
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, InputValue value, Optional<InputDescription> input)
      throws IOException {
    if (value instanceof InputValue.Literal literal) {
      literal(json, literal, input.map(InputsJson::type).orElse(LiteralType.STRING));
    } else if (value instanceof InputValue.Box box) {
      box(json, box);
    } else if (value instanceof InputValue.Reference reference) {
      reference(json, reference);
    } else if (value instanceof InputValue.Complex complex) {
      complex(json, complex);
    } else if (value instanceof InputValue.Nested nested) {
      members(json, nested.inputs(), input.flatMap(InputDescription::members).orElse(List.of()));
    }
  }

  private static LiteralType type(InputDescription input) {
    return input.data() instanceof DataDescription.Literal literal
        ? literal.type()
        : LiteralType.STRING;
  }

  private static void literal(JsonGenerator json, InputValue.Literal literal, LiteralType type)
      throws IOException {
    OutputValue value = new OutputValue.Literal(literal.text(), type, Optional.empty());
    if (literal.unit().isEmpty()) {
      OutputJson.write(json, value, true);
      return;
    }
    json.writeStartObject();
    json.writeFieldName("value");
    OutputJson.write(json, value, true);
    json.writeStringField("uom", literal.unit().get());
    json.writeEndObject();
  }

  private static void box(JsonGenerator json, InputValue.Box box) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("bbox");
    for (Double ordinate : box.lower()) {
      json.writeNumber(ordinate);
    }
    for (Double ordinate : box.upper()) {
      json.writeNumber(ordinate);
    }
    json.writeEndArray();
    if (box.crs().isPresent()) {
      json.writeStringField("crs", CrsName.parse(box.crs().get()).url());
    }
    json.writeEndObject();
  }

  private static void reference(JsonGenerator json, InputValue.Reference reference)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("href", reference.href());
    if (reference.format().mediaType().isPresent()) {
      json.writeStringField("type", reference.format().mediaType().get());
    }
    json.writeEndObject();
  }

  private static void complex(JsonGenerator json, InputValue.Complex complex) throws IOException {
    Content content = complex.content();
    Format format =
        new Format(
            complex.format().mediaType().orElse(Format.TEXT.mediaType()),
            complex.format().encoding().orElse(""),
            complex.format().schema().orElse(""));
    OutputJson.write(json, new OutputValue.Complex(format, content), false);
  }
}
