package org.drover.wps.data.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputValue;
import org.drover.wps.process.data.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxCodecTest {

  @ParameterizedTest
  @CsvSource({
    "'46,102,47,103', EPSG:4326, 102, 46",
    "'46,102,47,103,EPSG:4326', CRS84, 102, 46",
    "'46,102,47,103,CRS84', EPSG:4326, 46, 102",
    "' 46 , 1.02e2 , 47 , +103 , urn:ogc:def:crs:EPSG:6.6:4326 , 2 ', CRS84, 102, 46",
    "'46,102,47,103,EPSG:3857', CRS84, 46, 102"
  })
  void aBoxIsTurnedToXyByItsReferenceSystem(String text, String defaultCrs, double x, double y) {
    BoundingBox box = BoxCodec.read(BoxCodec.parse(text), defaultCrs);
    assertThat(box.lower()).containsExactly(x, y);
    assertThat(box.upper()).containsExactly(x + 1, y + 1);
  }

  @Test
  void heightsStayLast() {
    InputValue.Box written = BoxCodec.parse("46,102,5,47,103,6,EPSG:4326,3");
    assertThat(written.dimensions()).isEqualTo(OptionalInt.of(3));
    BoundingBox box = BoxCodec.read(written, "CRS84");
    assertThat(box.lower()).containsExactly(102.0, 46.0, 5.0);
    assertThat(box.upper()).containsExactly(103.0, 47.0, 6.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4326", "OGC:CRS84", "EPSG:25832"})
  void whatIsWrittenIsReadAsTheSame(String crs) {
    BoundingBox box = new BoundingBox(List.of(1.0, 2.0), List.of(3.0, 4.0), crs);
    OutputValue.Box written = BoxCodec.write(box);
    assertThat(written.crs()).startsWith("urn:ogc:def:crs:");
    InputValue.Box again =
        new InputValue.Box(
            written.lower(), written.upper(), Optional.of(written.crs()), OptionalInt.empty());
    assertThat(BoxCodec.read(again, "EPSG:3857")).isEqualTo(box);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "1,2,3,4,EPSG:4326,2,7",
        "1,2,3,4,EPSG:4326,x",
        "1,,3,4",
        "1;2;3;4",
        "1.2.3,2,3,4"
      })
  void whatIsNoBoxIsRefused(String text) {
    assertThatThrownBy(() -> BoxCodec.parse(text)).isInstanceOf(MalformedDataException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ows:BoundingBox xmlns:ows='http://www.opengis.net/ows/1.1' crs='EPSG:4326'>%s</ows:BoundingBox>",
        "<BoundingBox xmlns='http://www.opengis.net/ows/2.0' crs='EPSG:4326' dimensions='2'>%s</BoundingBox>",
        "<wps:Data xmlns:wps='http://www.opengis.net/wps/1.0.0'><wps:BoundingBoxData crs='EPSG:4326'"
            + " xmlns:ows='http://www.opengis.net/ows/1.1'>%s</wps:BoundingBoxData></wps:Data>"
      })
  void aBoxIsReadFromXml(String element) throws IOException {
    String prefix = element.startsWith("<B") ? "" : "ows:";
    String corners =
        "<%1$sLowerCorner>46 102</%1$sLowerCorner><%1$sUpperCorner>47\n103 </%1$sUpperCorner>"
            .formatted(prefix);
    InputValue.Box box = xml(element.formatted(corners));
    assertThat(box.lower()).containsExactly(46.0, 102.0);
    assertThat(box.upper()).containsExactly(47.0, 103.0);
    assertThat(box.crs()).contains("EPSG:4326");
  }

  @Test
  void aWgs84BoxIsLongitudeFirst() throws IOException {
    InputValue.Box box =
        xml(
            "<WGS84BoundingBox xmlns='http://www.opengis.net/ows/1.1'><LowerCorner>102 46"
                + "</LowerCorner><UpperCorner>103 47</UpperCorner></WGS84BoundingBox>");
    assertThat(BoxCodec.read(box, "EPSG:4326").lower()).containsExactly(102.0, 46.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<BoundingBox><Corner>1 2</Corner></BoundingBox>",
        "<BoundingBox><LowerCorner>1 x</LowerCorner></BoundingBox>",
        "<BoundingBox><LowerCorner><a/></LowerCorner></BoundingBox>",
        "<BoundingBox dimensions='two'/>",
        "<!DOCTYPE a><BoundingBox/>",
        "<BoundingBox>"
      })
  void xmlThatIsNoBoxIsRefusedWithASentence(String document) {
    assertThatThrownBy(() -> xml(document))
        .isInstanceOf(MalformedDataException.class)
        .message()
        .isNotBlank();
  }

  private static InputValue.Box xml(String document) throws IOException {
    return BoxXml.read(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }
}
