package org.drover.wps.data.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class FeatureFormatsTest {

  private static final FeatureFormat GEOJSON = new GeoJsonFeatures();
  private static final FeatureFormat GML = new GmlFeatures();

  private static final List<String> SHAPES =
      List.of(
          "POINT (1.5 -2.25)",
          "POINT Z (1 2 3)",
          "LINESTRING (0 0, 10 20, 0.1 1e-7)",
          "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 2 1, 2 2, 1 1))",
          "MULTIPOINT ((1 1), (2 2))",
          "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
          "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
          "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))");

  @ParameterizedTest
  @CsvSource({"OGC:CRS84", "EPSG:4326", "EPSG:3857", "EPSG:25832"})
  void everyShapeComesBackFromBothFormats(String crs) throws Exception {
    List<Feature> features = new ArrayList<>();
    for (String wkt : SHAPES) {
      features.add(new Feature("id " + features.size(), geometry(wkt), properties()));
    }
    for (FeatureFormat format : List.of(GEOJSON, GML)) {
      Read read = read(format, write(format, crs, features));
      boolean lost = format == GEOJSON && crs.equals("EPSG:4326");
      assertThat(read.crs()).isEqualTo(lost ? "OGC:CRS84" : crs);
      assertThat(read.features()).hasSameSizeAs(features);
      for (int i = 0; i < features.size(); i++) {
        assertSame(read.features().get(i), features.get(i));
      }
    }
  }

  private static void assertSame(Feature actual, Feature expected) {
    assertThat(actual.id()).isEqualTo(expected.id());
    assertThat(actual.geometry().equalsExact(expected.geometry()))
        .as("%s is %s", actual.geometry(), expected.geometry())
        .isTrue();
    assertThat(actual.geometry().getCoordinate().equals3D(expected.geometry().getCoordinate()))
        .isTrue();
    assertThat(actual.properties()).containsEntry("name", "a<b>&\"ü😀");
    assertThat(actual.properties()).containsEntry("count", 7L).containsEntry("ratio", 0.5);
  }

  private static Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", "a<b>&\"ü😀");
    properties.put("count", 7L);
    properties.put("ratio", 0.5);
    return properties;
  }

  @Test
  void geoJsonMembersComeInAnyOrder() throws IOException {
    Read read =
        read(
            GEOJSON,
            """
            {"features": [
              {"properties": {"a": [1, {"b": null}], "big": 123456789012345678901},
               "foreign": {"coordinates": "x"},
               "geometry": {"coordinates": [[[0,0],[1,0],[1,1],[0,0]]], "type": "Polygon"},
               "id": 12, "type": "Feature"},
              {"type": "Feature", "geometry": null, "properties": null}
             ],
             "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}},
             "bbox": [0, 0, 1, 1],
             "type": "FeatureCollection"}
            """);
    assertThat(read.crs()).isEqualTo("EPSG:3857");
    assertThat(read.features()).hasSize(2);
    Feature first = read.features().get(0);
    assertThat(first.id()).isEqualTo("12");
    assertThat(first.geometry().getArea()).isEqualTo(0.5);
    assertThat(first.properties().get("a").toString()).isEqualTo("[1, {b=null}]");
    assertThat(read.features().get(1).findGeometry()).isEmpty();
  }

  @Test
  void aBareGeometryAndASingleFeatureAreRead() throws IOException {
    assertThat(read(GEOJSON, "{\"type\":\"Point\",\"coordinates\":[1,2]}").features()).hasSize(1);
    assertThat(
            read(
                    GEOJSON,
                    "{\"type\":\"Feature\",\"properties\":{\"features\":1},\"geometry\":"
                        + "{\"type\":\"GeometryCollection\",\"geometries\":[]}}")
                .features())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"type\":\"FeatureCollection\"}",
        "{\"features\":[]}",
        "{\"type\":\"Point\"}",
        "{\"type\":\"Point\",\"coordinates\":[1]}",
        "{\"type\":\"Point\",\"coordinates\":[1,\"2\"]}",
        "{\"type\":\"Point\",\"coordinates\":[1,NaN]}",
        "{\"type\":\"Point\",\"coordinates\":[1,1e999]}",
        "{\"type\":\"Point\",\"coordinates\":[[1,2]]}",
        "{\"type\":\"Point\",\"coordinates\":[1,2]} x",
        "{\"type\":\"Point\",\"coordinates\":[1,2]}{}",
        "{\"type\":\"Pointy\",\"coordinates\":[1,2]}",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2],3]}",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2],[]]}",
        "{\"type\":\"LineString\",\"coordinates\":{}}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[[[0,0]]]]]}",
        "{\"type\":\"FeatureCollection\",\"features\":[1]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":7}]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
        "{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"x\"}}}",
        "{\"type\":\"Point\",\"coordinates\":[1,2",
        "{\"type\":[],\"coordinates\":[1,2]}"
      })
  void badGeoJsonIsRefusedWithASentence(String document) {
    assertRefused(GEOJSON, document);
  }

  @Test
  void deepGeoJsonIsRefused() {
    assertRefused(GEOJSON, "{\"a\":" + "[".repeat(100_000));
    assertRefused(GEOJSON, "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(10_000));
  }

  private static void assertRefused(FeatureFormat format, String document) {
    assertThatThrownBy(() -> read(format, document))
        .isInstanceOf(MalformedDataException.class)
        .message()
        .isNotBlank()
        .hasSizeLessThan(500);
  }

  private static final String WFS =
      """
      <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0"
          xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:a="urn:a">
        <!-- comment -->
        <wfs:boundedBy><gml:Envelope srsName="%s"><gml:lowerCorner>0 0</gml:lowerCorner>
          <gml:upperCorner>1 1</gml:upperCorner></gml:Envelope></wfs:boundedBy>
        <wfs:member><a:road gml:id="r.1">
          <gml:boundedBy><gml:Envelope><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>
          <a:name><![CDATA[A & B]]></a:name><a:lanes>2</a:lanes><a:code>007</a:code>
          <a:shape><gml:Curve gml:id="c"><gml:segments>
            <gml:LineStringSegment><gml:posList>50 10 51 11</gml:posList></gml:LineStringSegment>
            <gml:LineStringSegment><gml:posList>51 11 52 12</gml:posList></gml:LineStringSegment>
          </gml:segments></gml:Curve></a:shape>
          <a:nested><a:deep>x</a:deep></a:nested>
        </a:road></wfs:member>
      </wfs:FeatureCollection>
      """;

  @ParameterizedTest
  @CsvSource({
    "urn:ogc:def:crs:EPSG::4326, EPSG:4326, true",
    "http://www.opengis.net/def/crs/EPSG/0/4326, EPSG:4326, true",
    "EPSG:4326, EPSG:4326, false",
    "http://www.opengis.net/gml/srs/epsg.xml#4326, EPSG:4326, false",
    "urn:ogc:def:crs:OGC:1.3:CRS84, OGC:CRS84, false",
    "urn:ogc:def:crs:EPSG::3857, EPSG:3857, false"
  })
  void axesOfGmlFollowTheSpellingOfTheCrs(String srsName, String crs, boolean swapped)
      throws IOException {
    Read read = read(GML, WFS.formatted(srsName));
    assertThat(read.crs()).isEqualTo(crs);
    Feature road = read.features().get(0);
    assertThat(road.id()).isEqualTo("r.1");
    assertThat(road.properties())
        .containsEntry("name", "A & B")
        .containsEntry("lanes", 2L)
        .containsEntry("code", "007");
    assertThat(road.geometry().getNumPoints()).isEqualTo(3);
    assertThat(road.geometry().getCoordinate())
        .isEqualTo(swapped ? new Coordinate(10, 50) : new Coordinate(50, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior><gml:LinearRing>"
            + "<gml:posList>0 0 4 0 4 4 0 0</gml:posList></gml:LinearRing></gml:exterior>"
            + "</gml:PolygonPatch></gml:patches></gml:Surface>",
        "<gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>0,0 4,0 4,4\n0,0"
            + "</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>",
        "<gml:Polygon srsDimension='3'><gml:exterior><gml:LinearRing><gml:posList>"
            + "0 0 9 4 0 9 4 4 9 0 0 9</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>",
        "<gml:Polygon><gml:exterior><gml:LinearRing><gml:pos>0 0</gml:pos><gml:pos>4 0</gml:pos>"
            + "<gml:pos>4 4</gml:pos><gml:pos>0 0</gml:pos></gml:LinearRing></gml:exterior></gml:Polygon>",
        "<gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:Ring><gml:curveMember>"
            + "<gml:LineString><gml:posList>0 0 4 0 4 4 0 0</gml:posList></gml:LineString>"
            + "</gml:curveMember></gml:Ring></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>"
      })
  void areasOfGmlAreReadInEverySpelling(String element) throws IOException {
    String document =
        element.replaceFirst("^<gml:(\\w+)", "<gml:$1 xmlns:gml='http://www.opengis.net/gml/3.2'");
    assertThat(read(GML, document).features().get(0).geometry().getArea()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<a",
        "<!DOCTYPE a><a/>",
        "<gml:Point xmlns:gml='http://www.opengis.net/gml/3.2'><gml:pos>1</gml:pos></gml:Point>",
        "<gml:Point xmlns:gml='http://www.opengis.net/gml/3.2'><gml:pos>1 NaN</gml:pos></gml:Point>",
        "<gml:Point xmlns:gml='http://www.opengis.net/gml/3.2'><gml:pos>1 0x2</gml:pos></gml:Point>",
        "<gml:Point xmlns:gml='http://www.opengis.net/gml/3.2'><gml:pos>1 1e999</gml:pos></gml:Point>",
        "<gml:Point xmlns:gml='http://www.opengis.net/gml/3.2' srsName='EPSG:1'><gml:pos>1 2</gml:pos></gml:Point>",
        "<gml:LineString xmlns:gml='http://www.opengis.net/gml/3.2'><gml:posList>1 2 3</gml:posList></gml:LineString>",
        "<gml:Curve xmlns:gml='http://www.opengis.net/gml/3.2'><gml:segments><gml:Arc/></gml:segments></gml:Curve>"
      })
  void badGmlIsRefusedWithASentence(String document) {
    assertRefused(GML, document);
  }

  @Test
  void severalReferenceSystemsInOneGmlAreRefused() {
    String point =
        "<f:member xmlns:f='f'><f:a><f:g><gml:Point srsName='EPSG:%s'><gml:pos>1 2</gml:pos></gml:Point></f:g></f:a></f:member>";
    assertRefused(
        GML,
        "<gml:FeatureCollection xmlns:gml='http://www.opengis.net/gml/3.2'>"
            + point.formatted("4326")
            + point.formatted("3857")
            + "</gml:FeatureCollection>");
  }

  @Test
  void gmlIsWrittenWithLatitudeFirstAndNamesFitForXml() throws Exception {
    String gml =
        write(
            GML,
            "EPSG:4326",
            List.of(
                new Feature(
                    "a b/1", geometry("POINT (10 50)"), Map.of("1 strange näme", "\u0001"))));
    assertThat(gml)
        .contains("srsName=\"urn:ogc:def:crs:EPSG::4326\"")
        .contains("<gml:pos>50 10</gml:pos>")
        .contains("<d:_1_strange_näme>\uFFFD</d:_1_strange_näme>")
        .contains(">a b/1</gml:identifier>");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-0.1, -0.1",
    "123456.789, 123456.789",
    "1e-7, 1e-7",
    "1e21, 1e21",
    "0.30000000000000004, 0.30000000000000004",
    "-179.99999999999997, -179.99999999999997",
    "4.9e-324, 4.9e-324"
  })
  void numbersAreWrittenShortAndReadBackTheSame(String value, String expected) {
    TextBuffer text = new TextBuffer();
    text.append(Double.parseDouble(value));
    String written = new String(text.chars(), 0, text.length());
    assertThat(Double.parseDouble(written)).isEqualTo(Double.parseDouble(expected));
    assertThat(written.length()).isLessThanOrEqualTo(expected.length() + 5);
  }

  @Test
  void anyNumberReadsBackTheSame() {
    java.util.Random random = new java.util.Random(42);
    TextBuffer text = new TextBuffer();
    for (int i = 0; i < 200_000; i++) {
      double value =
          i % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : Math.rint(random.nextDouble() * 1e9) / Math.pow(10, random.nextInt(12));
      if (Double.isFinite(value)) {
        text.clear();
        text.append(value);
        assertThat(Double.parseDouble(new String(text.chars(), 0, text.length()))).isEqualTo(value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/wkt", "application/geo+json", "application/gml+xml"})
  void oneGeometryComesBackFromEveryFormat(String mediaType) throws Exception {
    Format format = Format.of(mediaType);
    Geometry polygon = geometry("POLYGON ((0 0, 10 0, 10 10, 0 0))");
    polygon.setSRID(25832);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GeometryCodec.write(format, polygon, out);
    Geometry read = GeometryCodec.read(format, new ByteArrayInputStream(out.toByteArray()));
    assertThat(read.equalsExact(polygon)).isTrue();
    assertThat(read.getSRID()).isEqualTo(mediaType.endsWith("wkt") ? 0 : 25832);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POINT", "POINT (1)", "POLYGON ((0 0, 1 1))", "hello"})
  void badWellKnownTextIsRefused(String text) {
    assertThatThrownBy(
            () -> GeometryCodec.read(Format.WKT, new ByteArrayInputStream(text.getBytes(UTF_8))))
        .isInstanceOf(MalformedDataException.class);
  }

  private static Geometry geometry(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  private record Read(String crs, List<Feature> features) {}

  private static Read read(FeatureFormat format, String document) throws IOException {
    List<Feature> features = new ArrayList<>();
    String crs = format.read(new ByteArrayInputStream(document.getBytes(UTF_8)), features::add);
    return new Read(crs, features);
  }

  private static String write(FeatureFormat format, String crs, List<Feature> features)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FeatureFormat.FeatureWriter writer = format.write(out, crs)) {
      for (Feature feature : features) {
        writer.write(feature);
      }
    }
    return out.toString(UTF_8);
  }
}
