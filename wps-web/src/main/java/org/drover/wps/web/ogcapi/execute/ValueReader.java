package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.codec.CrsName;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/** Reads one occurrence of an input (18-062r2, inlineOrRefData.yaml). */
final class ValueReader {

  private final RequestJson json;
  private final ValueStore store;

  ValueReader(RequestJson json, ValueStore store) {
    this.json = json;
    this.store = store;
  }

  InputValue read(InputDescription input) throws IOException {
    if (json.token() == JsonToken.VALUE_NULL) {
      throw refused(input, "null is no value. Leave the input out.");
    }
    if (input.data() instanceof DataDescription.Literal literal) {
      return literal(input, literal);
    }
    if (input.data() instanceof DataDescription.Box box) {
      return box(input, box, json.small(input.id()));
    }
    return new ComplexReader(json, store, input).read();
  }

  static WpsException refused(InputDescription input, String what) {
    return new WpsException(Fault.INVALID_INPUT, input.id(), "Input '" + input.id() + "': " + what);
  }

  private InputValue literal(InputDescription input, DataDescription.Literal literal)
      throws IOException {
    LiteralReader reader = new LiteralReader(input, literal.type());
    if (json.token() == JsonToken.VALUE_STRING && json.longText().isPresent()) {
      return reader.text(store.literal(input, json.longText().get()), Optional.empty());
    }
    JsonNode node = json.small(input.id());
    if (node.isObject() && node.has("href")) {
      return reference(input, node);
    }
    store.countLiteral(input, node);
    return node.isObject()
        ? reader.read(node.path("value"), Optional.ofNullable(node.path("uom").textValue()))
        : reader.read(node, Optional.empty());
  }

  /** A link (18-062r2, link.yaml), which is fetched later. */
  static InputValue reference(InputDescription input, JsonNode link) {
    if (!link.path("href").isTextual()) {
      throw refused(input, "href must be an address.");
    }
    return new InputValue.Reference(
        link.path("href").textValue(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        format(link));
  }

  private static DeclaredFormat format(JsonNode link) {
    return OutputsReader.format(link, "type");
  }

  private static InputValue box(
      InputDescription input, DataDescription.Box description, JsonNode node) {
    if (node.has("href")) {
      return reference(input, node);
    }
    JsonNode box = node.path("value").isObject() ? node.path("value") : node;
    JsonNode crs = box.path("crs");
    List<Double> numbers = new ArrayList<>();
    for (JsonNode each : box.path("bbox")) {
      if (each.isNumber()) {
        numbers.add(each.doubleValue());
      }
    }
    int count = box.path("bbox").size();
    if (numbers.size() != count || (count != 4 && count != 6)) {
      throw refused(input, "A bounding box is {\"bbox\": [four or six numbers], \"crs\": \"…\"}.");
    }
    if (!crs.isMissingNode() && !crs.isTextual()) {
      throw refused(input, "crs must be the name of a coordinate reference system.");
    }
    return new InputValue.Box(
        numbers.subList(0, count / 2),
        numbers.subList(count / 2, count),
        Optional.of(crs.isTextual() ? crs.textValue() : CrsName.usualInJson(description.crs())),
        OptionalInt.empty());
  }
}
