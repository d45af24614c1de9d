package org.drover.wps.web.ogcapi.describe;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/** The schema of one value of an input or output (18-062r2 §8.1, schema.yaml). */
final class DataSchema {

  private DataSchema() {}

  /**
   * The schema.
   *
   * @param valueType what the process gets or gives: tells the kinds of GeoJSON apart
   */
  static JsonObjectBuilder of(DataDescription data, Class<?> valueType) {
    if (data instanceof DataDescription.Literal literal) {
      return new LiteralSchema(literal).write();
    }
    if (data instanceof DataDescription.Box box) {
      return BoxSchema.of(box);
    }
    if (data instanceof DataDescription.InputGroup group) {
      return inputs(group);
    }
    if (data instanceof DataDescription.OutputGroup group) {
      JsonObjectBuilder properties = Json.createObjectBuilder();
      group.outputs().forEach(it -> properties.add(it.id(), of(it.data(), it.valueType())));
      return object(properties);
    }
    return FormatSchema.of((DataDescription.Complex) data, valueType);
  }

  /** A group is an object; members that may be given several times are arrays as well. */
  private static JsonObjectBuilder inputs(DataDescription.InputGroup group) {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    JsonArrayBuilder required = Json.createArrayBuilder();
    for (InputDescription each : group.inputs()) {
      JsonObjectBuilder schema = of(each.data(), each.valueType());
      properties.add(each.id(), each.maxOccurs() > 1 ? several(each, schema) : schema);
      if (each.minOccurs() > 0) {
        required.add(each.id());
      }
    }
    JsonArray names = required.build();
    JsonObjectBuilder object = object(properties);
    return names.isEmpty() ? object : object.add("required", names);
  }

  private static JsonObjectBuilder several(InputDescription input, JsonObjectBuilder schema) {
    return Json.createObjectBuilder()
        .add("type", "array")
        .add("minItems", input.minOccurs())
        .add("maxItems", input.maxOccurs())
        .add("items", schema);
  }

  private static JsonObjectBuilder object(JsonObjectBuilder properties) {
    return Json.createObjectBuilder()
        .add("type", "object")
        .add("properties", properties)
        .add("additionalProperties", false);
  }
}
