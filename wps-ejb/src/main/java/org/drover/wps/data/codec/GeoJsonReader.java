package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.plan.FeatureSink;
import org.locationtech.jts.geom.Geometry;

/** Reads one GeoJSON document. Members come in any order; those not known are skipped. */
final class GeoJsonReader {

  private static final String COLLECTION = "FeatureCollection";
  private static final String FEATURE = "Feature";
  private static final String GEOMETRIES = "GeometryCollection";

  private final JsonParser parser;
  private final FeatureBudget budget;
  private String crs = CrsName.CRS84;
  private long count;

  GeoJsonReader(JsonParser parser, FeatureBudget budget) {
    this.parser = parser;
    this.budget = budget;
  }

  /** Reads the document and returns the CRS. */
  String readDocument(FeatureSink sink) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedDataException("GeoJSON is a JSON object; this is something else.");
    }
    try {
      Members root = new Members();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        readRootMember(root, sink);
      }
      finish(root, sink);
    } catch (MalformedDataException e) {
      throw e.afterFeature(count);
    }
    if (parser.nextToken() != null) {
      throw new MalformedDataException("Something follows the GeoJSON object.");
    }
    return crs;
  }

  private void readRootMember(Members root, FeatureSink sink) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (name.equals("features") && root.mayBe(COLLECTION)) {
      readFeatures(value, sink);
      root.features = true;
    } else if (name.equals("crs")) {
      readCrs(value);
    } else {
      readMember(root, name, value);
    }
  }

  private void readFeatures(JsonToken value, FeatureSink sink) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      throw new MalformedDataException("'features' is an array.");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      sink.write(readObject().toFeature());
      count++;
    }
  }

  private void finish(Members root, FeatureSink sink) throws IOException {
    if (COLLECTION.equals(root.type) && root.features) {
      return;
    }
    if (root.features || COLLECTION.equals(root.type)) {
      throw new MalformedDataException(
          "A FeatureCollection has \"type\": \"FeatureCollection\" and an array \"features\".");
    }
    sink.write(
        FEATURE.equals(root.type)
            ? root.toFeature()
            : new Feature("", root.toGeometry(), Map.of()));
  }

  /** The 2008 form: {"type": "name", "properties": {"name": "EPSG:3857"}}. */
  private void readCrs(JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (readValue() instanceof Map<?, ?> member
        && "name".equals(member.get("type"))
        && member.get("properties") instanceof Map<?, ?> properties
        && properties.get("name") instanceof String name) {
      crs = CrsName.parse(name).canonical();
      return;
    }
    throw new MalformedDataException(
        "The member 'crs' is not understood: name the system, or leave it out for CRS84.");
  }

  private Members readObject() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedDataException("A feature or a geometry is a JSON object.");
    }
    Members members = new Members();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      readMember(members, name, parser.nextToken());
    }
    return members;
  }

  private void readMember(Members members, String name, JsonToken value) throws IOException {
    switch (name) {
      case "type" -> members.type = readText(value);
      case "id" ->
          members.id =
              value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : "";
      case "geometry" -> members.geometry = readGeometry(members, value);
      case "properties" -> members.properties = readProperties(members, value);
      case "coordinates" -> members.coordinates = readPositions(members, value);
      case "geometries" -> members.geometries = readGeometries(members, value);
      default -> parser.skipChildren();
    }
  }

  /** A string or number as text; empty for anything else. */
  private String readText(JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
      return parser.getText();
    }
    parser.skipChildren();
    return "";
  }

  private Geometry readGeometry(Members members, JsonToken value) throws IOException {
    if (!members.mayBe(FEATURE) || value == JsonToken.VALUE_NULL) {
      parser.skipChildren();
      return null;
    }
    return readObject().toGeometry();
  }

  private Map<String, Object> readProperties(Members members, JsonToken value) throws IOException {
    if (!members.mayBe(FEATURE) || value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Map.of();
    }
    return readMap();
  }

  private GeoJsonPositions readPositions(Members members, JsonToken value) throws IOException {
    if (FEATURE.equals(members.type)
        || COLLECTION.equals(members.type)
        || value == JsonToken.VALUE_NULL) {
      parser.skipChildren();
      return null;
    }
    return new GeoJsonPositionsReader(parser, budget).read();
  }

  private List<Geometry> readGeometries(Members members, JsonToken value) throws IOException {
    if (!members.mayBe(GEOMETRIES) || value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    List<Geometry> all = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      budget.spend(FeatureBudget.VALUE);
      all.add(readObject().toGeometry());
    }
    return all;
  }

  private Map<String, Object> readMap() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, readValue());
    }
    return map;
  }

  private Object readValue() throws IOException {
    budget.spend(FeatureBudget.VALUE);
    return switch (parser.currentToken()) {
      case START_OBJECT -> readMap();
      case START_ARRAY -> readList();
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> readInteger();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> null;
    };
  }

  private Object readInteger() throws IOException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return parser.getDoubleValue();
    }
    return parser.getLongValue();
  }

  private List<Object> readList() throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(readValue());
    }
    return list;
  }

  /** The members of one object, until all are read and its type is known. */
  private static final class Members {
    private String type;
    private String id = "";
    private Geometry geometry;
    private Map<String, Object> properties = Map.of();
    private GeoJsonPositions coordinates;
    private List<Geometry> geometries;
    private boolean features;

    private boolean mayBe(String candidate) {
      return type == null || type.equals(candidate);
    }

    private Feature toFeature() {
      if (!FEATURE.equals(type)) {
        throw new MalformedDataException(
            "An object with \"type\": \"Feature\" is expected, not " + typeText() + ".");
      }
      return new Feature(id, geometry, properties);
    }

    private Geometry toGeometry() {
      if (type == null) {
        throw new MalformedDataException("An object has no \"type\", so it is not GeoJSON.");
      }
      if (type.equals(GEOMETRIES)) {
        if (geometries == null) {
          throw new MalformedDataException("A GeometryCollection has an array \"geometries\".");
        }
        return Shapes.FACTORY.createGeometryCollection(geometries.toArray(Geometry[]::new));
      }
      if (coordinates == null) {
        throw new MalformedDataException(
            "A geometry has \"coordinates\"; " + typeText() + " here has none.");
      }
      return coordinates.as(type);
    }

    private String typeText() {
      return type == null ? "an object without type" : "'" + Shortened.text(type) + "'";
    }
  }
}
