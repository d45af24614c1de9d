package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.Feature;

/** Writes a FeatureCollection, feature by feature. */
final class GeoJsonWriter implements FeatureFormat.FeatureWriter {

  private static final String EPSG_4326 = "EPSG:4326";

  private final JsonGenerator generator;
  private final GeoJsonGeometryWriter geometries;

  GeoJsonWriter(JsonGenerator generator, CrsName crs) throws IOException {
    this.generator = generator;
    this.geometries = new GeoJsonGeometryWriter(generator);
    generator.writeStartObject();
    generator.writeStringField("type", "FeatureCollection");
    // Readers of RFC 7946 take CRS84, which is EPSG:4326 in x, y order.
    if (!crs.canonical().equals(CrsName.CRS84) && !crs.canonical().equals(EPSG_4326)) {
      writeCrs(crs);
    }
    generator.writeArrayFieldStart("features");
  }

  private void writeCrs(CrsName crs) throws IOException {
    generator.writeObjectFieldStart("crs");
    generator.writeStringField("type", "name");
    generator.writeObjectFieldStart("properties");
    generator.writeStringField("name", crs.urn());
    generator.writeEndObject();
    generator.writeEndObject();
  }

  @Override
  public void write(Feature feature) throws IOException {
    generator.writeStartObject();
    generator.writeStringField("type", "Feature");
    if (!feature.id().isEmpty()) {
      generator.writeStringField("id", feature.id());
    }
    generator.writeFieldName("geometry");
    if (feature.geometry() == null) {
      generator.writeNull();
    } else {
      geometries.write(feature.geometry());
    }
    generator.writeFieldName("properties");
    writeMap(feature.properties());
    generator.writeEndObject();
  }

  private void writeMap(Map<?, ?> map) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> each : map.entrySet()) {
      generator.writeFieldName(each.getKey().toString());
      writeValue(each.getValue());
    }
    generator.writeEndObject();
  }

  private void writeValue(Object value) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof Double || value instanceof Float) {
      writeDouble(((Number) value).doubleValue());
    } else if (value instanceof Number whole) {
      generator.writeNumber(whole.toString());
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map);
    } else if (value instanceof List<?> list) {
      writeList(list);
    } else {
      generator.writeString(value.toString());
    }
  }

  /** JSON has no word for infinity or NaN: null. */
  private void writeDouble(double value) throws IOException {
    if (Double.isFinite(value)) {
      generator.writeNumber(value);
    } else {
      generator.writeNull();
    }
  }

  private void writeList(List<?> list) throws IOException {
    generator.writeStartArray();
    for (Object each : list) {
      writeValue(each);
    }
    generator.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    if (!generator.isClosed()) {
      generator.writeEndArray();
      generator.writeEndObject();
      generator.close();
    }
  }
}
