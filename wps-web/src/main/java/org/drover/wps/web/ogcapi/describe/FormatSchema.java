package org.drover.wps.web.ogcapi.describe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.locationtech.jts.geom.Geometry;

/** Schemas of structured data: one for each format, the default first (18-062r2 §8.1). */
final class FormatSchema {

  private FormatSchema() {}

  static JsonObjectBuilder of(List<Format> formats, Class<?> valueType) {
    if (formats.size() == 1) {
      return of(formats.get(0), valueType);
    }
    JsonArrayBuilder alternatives = Json.createArrayBuilder();
    formats.forEach(it -> alternatives.add(of(it, valueType)));
    return Json.createObjectBuilder().add("oneOf", alternatives);
  }

  private static JsonObjectBuilder of(Format format, Class<?> valueType) {
    if (format.baseType().equals(Format.GEOJSON.baseType())) {
      return geoJson(format, valueType);
    }
    JsonObjectBuilder schema = Json.createObjectBuilder();
    if (!format.isBase64() && format.baseType().endsWith("json")) {
      return schema.add("contentMediaType", format.mediaType());
    }
    schema.add("type", "string");
    if (format.isBase64()) {
      schema.add("format", "byte").add("contentEncoding", "base64");
    }
    schema.add("contentMediaType", format.mediaType());
    return format.schema().isEmpty() ? schema : schema.add("contentSchema", format.schema());
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
