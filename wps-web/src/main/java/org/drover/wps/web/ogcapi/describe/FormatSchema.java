package org.drover.wps.web.ogcapi.describe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.locationtech.jts.geom.Geometry;

/** Schemas of structured data: one for each format, the default first (18-062r2 §8.1). */
final class FormatSchema {

  private FormatSchema() {}

  static JsonObjectBuilder of(DataDescription.Complex data, Class<?> valueType) {
    List<Format> formats = data.formats();
    if (formats.size() == 1) {
      return of(formats.get(0), data, valueType);
    }
    JsonArrayBuilder alternatives = Json.createArrayBuilder();
    formats.forEach(it -> alternatives.add(of(it, data, valueType)));
    return Json.createObjectBuilder().add("oneOf", alternatives);
  }

  private static JsonObjectBuilder of(
      Format format, DataDescription.Complex data, Class<?> valueType) {
    if (format.isJson() && data.jsonSchema().isPresent()) {
      return schema(data.jsonSchema().get());
    }
    if (format.baseType().equals(Format.GEOJSON.baseType())) {
      return geoJson(format, valueType);
    }
    JsonObjectBuilder schema = Json.createObjectBuilder();
    if (!format.isBase64() && format.isJson()) {
      return schema.add("contentMediaType", format.mediaType());
    }
    schema.add("type", "string");
    if (format.isBase64()) {
      schema.add("format", "byte").add("contentEncoding", "base64");
    }
    schema.add("contentMediaType", format.mediaType());
    return format.schema().isEmpty() ? schema : schema.add("contentSchema", format.schema());
  }

  private static JsonObjectBuilder schema(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return Json.createObjectBuilder(reader.readObject());
    }
  }

  /** Table 13: the kind of GeoJSON is a format. */
  private static JsonObjectBuilder geoJson(Format format, Class<?> valueType) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("type", "object")
            .add("contentMediaType", format.mediaType());
    String kind =
        valueType == FeatureCollection.class
            ? "geojson-feature-collection"
            : valueType == Geometry.class ? "geojson-geometry" : "";
    if (kind.isEmpty()) {
      return object;
    }
    return Json.createObjectBuilder()
        .add(
            "allOf",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("format", kind))
                .add(object));
  }
}
