package org.drover.wps.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Features for tests. */
public final class SampleFeatures {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private SampleFeatures() {}

  /** The countries the server serves. */
  public static FeatureCollection countries() {
    try (InputStream file =
        SampleFeatures.class.getResourceAsStream("/META-INF/drover/samples/countries.geojson")) {
      List<Feature> all = new ArrayList<>();
      for (JsonNode each : new ObjectMapper().readTree(file).get("features")) {
        all.add(country(each));
      }
      return FeatureCollection.of("OGC:CRS84", all);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Feature country(JsonNode json) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", json.get("properties").get("name").asText());
    properties.put("continent", json.get("properties").get("continent").asText());
    JsonNode coordinates = json.get("geometry").get("coordinates");
    boolean multi = json.get("geometry").get("type").asText().equals("MultiPolygon");
    return new Feature(
        json.get("id").asText(),
        multi ? multiPolygon(coordinates) : polygon(coordinates),
        properties);
  }

  private static Geometry multiPolygon(JsonNode json) {
    List<Polygon> all = new ArrayList<>();
    json.forEach(it -> all.add(polygon(it)));
    return GEOMETRIES.createMultiPolygon(all.toArray(new Polygon[0]));
  }

  private static Polygon polygon(JsonNode json) {
    List<LinearRing> rings = new ArrayList<>();
    json.forEach(it -> rings.add(ring(it)));
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(new LinearRing[0]);
    return GEOMETRIES.createPolygon(rings.get(0), holes);
  }

  private static LinearRing ring(JsonNode json) {
    List<Coordinate> all = new ArrayList<>();
    json.forEach(it -> all.add(new Coordinate(it.get(0).asDouble(), it.get(1).asDouble())));
    return GEOMETRIES.createLinearRing(all.toArray(new Coordinate[0]));
  }

  /** Features of these geometries (WKT), with ids counted from 0. */
  public static FeatureCollection of(String crs, String... geometries) {
    List<Feature> all = new ArrayList<>();
    for (String each : geometries) {
      all.add(
          new Feature(
              Integer.toString(all.size()), geometry(each), Map.of("n", (long) all.size())));
    }
    return FeatureCollection.of(crs, all);
  }

  /** The same features and, in second place, one without a geometry. */
  public static FeatureCollection withOneWithoutGeometry(FeatureCollection features)
      throws Exception {
    List<Feature> all = new ArrayList<>(Runs.list(features));
    all.add(1, new Feature("nowhere", null, Map.of("name", "nowhere")));
    return FeatureCollection.of(features.crs(), all);
  }

  public static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
