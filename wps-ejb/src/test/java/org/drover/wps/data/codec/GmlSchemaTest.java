package org.drover.wps.data.codec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** What is written as GML is valid by the schemas of the OGC; nothing is fetched for it. */
class GmlSchemaTest {

  private static final Map<String, String> COPIES =
      Map.of(
          "http://schemas.opengis.net/", "/ogc/",
          "http://www.isotc211.org/2005/", "/ogc/iso/19139/20070417/",
          "http://www.w3.org/", "/w3c/");

  private static Schema schema;

  @BeforeAll
  static void compile() throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) ->
            input(URI.create(base == null ? "" : base).resolve(systemId).toString()));
    URL features = GmlWriter.class.getResource("features-1.0.xsd");
    schema = factory.newSchema(new StreamSource(features.toString()));
  }

  private static LSInput input(String address) {
    LSInput input = implementation().createLSInput();
    input.setSystemId(address);
    try {
      input.setByteStream(copy(address).openStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return input;
  }

  private static URL copy(String address) {
    String plain = address.replaceFirst("^https:", "http:");
    return COPIES.entrySet().stream()
        .filter(it -> plain.startsWith(it.getKey()))
        .map(it -> it.getValue() + plain.substring(it.getKey().length()))
        .map(GmlSchemaTest.class::getResource)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no copy of " + address));
  }

  private static DOMImplementationLS implementation() {
    try {
      DOMImplementation dom =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
      return (DOMImplementationLS) dom.getFeature("LS", "3.0");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (1 2)",
        "POINT Z (1 2 3)",
        "LINESTRING (0 0, 1 1, 2 0)",
        "LINESTRING Z (0 0 1, 1 1 2)",
        "LINEARRING (0 0, 1 0, 1 1, 0 0)",
        "POLYGON ((0 0, 10 0, 10 10, 0 0), (4 2, 5 2, 5 3, 4 2))",
        "POLYGON Z ((0 0 1, 10 0 1, 10 10 1, 0 0 1))",
        "MULTIPOINT ((1 1), (2 2))",
        "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "GEOMETRYCOLLECTION (POINT (1 1), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))",
        "POINT EMPTY",
        "LINESTRING EMPTY",
        "POLYGON EMPTY",
        "MULTIPOINT EMPTY",
        "MULTIPOLYGON EMPTY",
        "MULTIPOINT (EMPTY, (1 1))",
        "GEOMETRYCOLLECTION EMPTY"
      })
  void everyGeometryIsValid(String wkt) throws Exception {
    Geometry geometry = geometry(wkt);
    assertValid(collection("EPSG:4326", List.of(feature("a", geometry))));
    ByteArrayOutputStream alone = new ByteArrayOutputStream();
    GeometryCodec.write(Format.GML32, geometry, alone);
    assertValid(alone.toByteArray());
  }

  @Test
  void aCollectionOfAllSortsIsValid() throws Exception {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("1 strange näme", "a<b>&\u0001");
    properties.put("geometry", "not one");
    properties.put("Feature", 7L);
    properties.put("nothing", null);
    properties.put("list", List.of(1, Map.of("a", 2)));
    Feature strange = new Feature("same id / twice", geometry("POINT (1 2)"), properties);
    assertValid(
        collection("OGC:CRS84", List.of(strange, strange, new Feature("", null, Map.of()))));
    assertValid(collection("EPSG:25832", List.of()));
  }

  @Test
  void theSchemaTellsWhatIsNotValid() throws Exception {
    String valid =
        new String(
            collection("EPSG:4326", List.of(feature("a", geometry("POINT (1 2)")))),
            StandardCharsets.UTF_8);
    for (String broken :
        List.of(
            valid.replace("gml:id=\"f1\"", ""),
            valid.replace("gml:id=\"f1.g\"", "gml:id=\"f1\""),
            valid.replace("<gml:pos>1 2", "<gml:pos>one two").replace("2 1", "one two"),
            valid.replace("d:Feature", "d:Other"))) {
      assertThatThrownBy(() -> validate(broken.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(SAXException.class);
    }
  }

  private static void assertValid(byte[] document) {
    assertThatCode(() -> validate(document))
        .as(new String(document, StandardCharsets.UTF_8))
        .doesNotThrowAnyException();
  }

  private static void validate(byte[] document) throws SAXException, IOException {
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
  }

  private static byte[] collection(String crs, List<Feature> features) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FeatureFormat.FeatureWriter writer = new GmlFeatures().write(out, crs)) {
      for (Feature feature : features) {
        writer.write(feature);
      }
    }
    return out.toByteArray();
  }

  private static Feature feature(String id, Geometry geometry) {
    return new Feature(id, geometry, Map.of("name", "a", "count", 7L));
  }

  private static Geometry geometry(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
