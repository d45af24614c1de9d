package org.drover.wps.data.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.OutputValue;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.junit.jupiter.api.Test;

final class ResultsJsonTest {

  private static final Format TIFF = new Format("image/tiff", "base64", "");

  private static OutputValue complex(Format format, String text) {
    return new OutputValue.Complex(
        format, new Content.InMemory(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static OutputValue literal(LiteralType type, String text) {
    return new OutputValue.Literal(text, type, Optional.empty());
  }

  private static String write(ResultsJson.Entry... entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultsJson.write(out, List.of(entries));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String write(OutputValue value, boolean plain) throws IOException {
    return write(new ResultsJson.Value("v", value, plain)).replaceFirst("^\\{\"v\":(.*)}$", "$1");
  }

  @Test
  void literalsHaveTheirTypes() throws IOException {
    assertThat(write(literal(LiteralType.DOUBLE, "2.50"), true)).isEqualTo("2.50");
    assertThat(write(literal(LiteralType.DOUBLE, "NaN"), true)).isEqualTo("\"NaN\"");
    assertThat(write(literal(LiteralType.BOOLEAN, "true"), true)).isEqualTo("true");
    assertThat(write(literal(LiteralType.STRING, "5"), true)).isEqualTo("\"5\"");
  }

  @Test
  void objectsAreQualifiedAndOtherJsonStandsAlone() throws IOException {
    assertThat(write(complex(Format.JSON, "[1, 2]"), true)).isEqualTo("[1,2]");
    assertThat(write(complex(Format.JSON, "\"a\""), true)).isEqualTo("\"a\"");
    assertThat(write(complex(Format.JSON, "{\"a\":1}"), true))
        .isEqualTo("{\"value\":{\"a\":1},\"mediaType\":\"application/json\"}");
  }

  @Test
  void whatIsNoJsonIsAString() throws IOException {
    assertThat(write(complex(Format.JSON, "{oops"), true)).isEqualTo("\"{oops\"");
    assertThat(write(complex(Format.JSON, ""), true)).isEqualTo("\"\"");
    assertThat(write(complex(Format.XML, "<a b=\"c\"/>"), false))
        .isEqualTo("{\"value\":\"<a b=\\\"c\\\"/>\",\"mediaType\":\"text/xml\"}");
  }

  @Test
  void bytesAreBase64() throws IOException {
    assertThat(write(complex(TIFF, "II*"), true)).isEqualTo("\"SUkq\"");
    assertThat(write(complex(TIFF, "II*"), false))
        .isEqualTo("{\"value\":\"SUkq\",\"mediaType\":\"image/tiff\",\"encoding\":\"base64\"}");
  }

  @Test
  void boxesNameTheirSystemByItsAddress() throws IOException {
    OutputValue box =
        new OutputValue.Box(List.of(50.0, 7.0), List.of(51.0, 8.0), "urn:ogc:def:crs:EPSG::4326");

    assertThat(write(box, true))
        .isEqualTo(
            "{\"bbox\":[50.0,7.0,51.0,8.0],\"crs\":\"http://www.opengis.net/def/crs/EPSG/0/4326\"}");
  }

  @Test
  void groupsAreObjectsAndReferencesLinks() throws IOException {
    assertThat(
            write(
                new ResultsJson.Value("zone/area", literal(LiteralType.INT, "3"), true),
                new ResultsJson.Reference("map", "http://host/map", "image/tiff"),
                new ResultsJson.Value("zone/name", literal(LiteralType.STRING, "n"), true)))
        .isEqualTo(
            "{\"zone\":{\"value\":{\"area\":3,\"name\":\"n\"}},"
                + "\"map\":{\"href\":\"http://host/map\",\"type\":\"image/tiff\"}}");
  }
}
