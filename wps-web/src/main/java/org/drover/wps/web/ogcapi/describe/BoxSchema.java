package org.drover.wps.web.ogcapi.describe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.codec.BoxCodec;
import org.drover.wps.data.codec.CrsName;
import org.drover.wps.process.describe.DataDescription;

/** Schemas of bounding boxes (18-062r2, bbox.yaml). */
final class BoxSchema {

  private BoxSchema() {}

  static JsonObjectBuilder of(DataDescription.Box box) {
    JsonArrayBuilder systems = Json.createArrayBuilder();
    box.crs().forEach(it -> systems.add(CrsName.parse(it).url()));
    JsonObjectBuilder crs =
        Json.createObjectBuilder()
            .add("type", "string")
            .add("format", "uri")
            .add("enum", systems)
            .add("default", CrsName.parse(CrsName.usualInJson(box.crs())).url());
    JsonObjectBuilder members = Json.createObjectBuilder().add("bbox", corners()).add("crs", crs);
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("type", "object")
            .add("required", Json.createArrayBuilder().add("bbox"))
            .add("properties", members);
    JsonObjectBuilder schema =
        Json.createObjectBuilder()
            .add(
                "allOf",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("format", "ogc-bbox"))
                    .add(object));
    box.defaultValue().ifPresent(it -> schema.add("default", value(it, box)));
    return schema;
  }

  private static JsonObjectBuilder corners() {
    return Json.createObjectBuilder()
        .add("type", "array")
        .add("items", Json.createObjectBuilder().add("type", "number"))
        .add("oneOf", Json.createArrayBuilder().add(exactly(4)).add(exactly(6)));
  }

  private static JsonObjectBuilder exactly(int items) {
    return Json.createObjectBuilder().add("minItems", items).add("maxItems", items);
  }

  private static JsonObject value(String text, DataDescription.Box description) {
    InputValue.Box box = BoxCodec.parse(text);
    JsonArrayBuilder numbers = Json.createArrayBuilder();
    box.lower().forEach(numbers::add);
    box.upper().forEach(numbers::add);
    return Json.createObjectBuilder()
        .add("bbox", numbers)
        .add("crs", CrsName.parse(box.crs().orElse(description.crs().get(0))).url())
        .build();
  }
}
