package org.drover.wps.web.wps10;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.InputValue;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.web.ows.Demo;
import org.drover.wps.web.ows.Kvp;
import org.drover.wps.web.ows.OwsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecuteKvpReaderTest {

  private static ExecuteRequest read(String query) {
    return new ExecuteKvpReader(Kvp.of(query), Demo.ALL, "en-US").read();
  }

  private static InputValue one(String inputs) {
    ExecuteRequest request = read("DataInputs=" + inputs);
    assertThat(request.inputs()).hasSize(1);
    return request.inputs().get(0).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text=a|a",
        "[text=a]|a",
        "%5Btext=a%5D|a",
        "text=a%3Bb%40c%3Dd|a;b@c=d",
        "text=a+b%20c|a b c",
        "text=50%25|50%",
        "text=%253B|%3B",
        "text%3Da|a",
        "text%3Da%253Bb|a;b",
        "%5Btext%3D50%25%5D|50%",
        "text=a@b.example|a@b.example",
        "text=a=b|a=b",
        "text=%C3%A9|é",
        ";text=a;|a"
      })
  void valuesAreSplitBeforeTheyAreDecoded(String inputs, String text) {
    assertThat(one(inputs))
        .isEqualTo(new InputValue.Literal(text, Optional.empty(), Optional.empty()));
  }

  @Test
  void attributesOfALiteralAreReadInAnyCase() {
    assertThat(one("distance=2@UOM=km@datatype=xs:double"))
        .isEqualTo(new InputValue.Literal("2", Optional.of("xs:double"), Optional.of("km")));
  }

  @Test
  void repeatedInputsKeepTheirOrder() {
    assertThat(read("DataInputs=text=1;text=2;distance=3").inputs())
        .extracting(it -> it.id() + ((InputValue.Literal) it.value()).text())
        .containsExactly("text1", "text2", "distance3");
  }

  @ParameterizedTest
  @CsvSource({"46,", "4326,2", "1,2,3"})
  void partsOfABoxAreRefused(String box) {
    assertThatThrownBy(() -> one("box=" + box)).isInstanceOf(WpsException.class);
  }

  @Test
  void aBoxHasCornersCrsAndDimensions() {
    assertThat(one("box=46,102,47,103,urn:ogc:def:crs:EPSG:6.6:4326,2"))
        .isEqualTo(
            new InputValue.Box(
                List.of(46.0, 102.0),
                List.of(47.0, 103.0),
                Optional.of("urn:ogc:def:crs:EPSG:6.6:4326"),
                OptionalInt.of(2)));
    assertThat(one("box=-1.5,2,0,3e1"))
        .isEqualTo(
            new InputValue.Box(
                List.of(-1.5, 2.0), List.of(0.0, 30.0), Optional.empty(), OptionalInt.empty()));
  }

  @Test
  void complexDataIsTheDecodedText() throws IOException {
    InputValue.Complex complex =
        (InputValue.Complex) one("data=%7B%22a%22:1%7D@mimeType=application/geo+json");
    assertThat(complex.format()).isEqualTo(DeclaredFormat.of("application/geo+json", "", ""));
    assertThat(new String(complex.content().open().readAllBytes(), UTF_8)).isEqualTo("{\"a\":1}");
    InputValue.Complex image = (InputValue.Complex) one("image=aGVsbG8%3D");
    assertThat(new String(image.content().open().readAllBytes(), UTF_8)).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data=@xlink:href=http%3A%2F%2Fx%2F%3Fa%3D1%26b%3D2%3B3@method=POST@mimeType=text/xml",
        "data=@href=http%3A%2F%2Fx%2F%3Fa%3D1%26b%3D2%3B3@Method=post@MIMETYPE=text/xml",
        "data@xlink%3Ahref=http://x/?a%3D1%26b%3D2%3B3@method=POST@format=text/xml"
      })
  void aReferenceIsAnAttribute(String inputs) {
    InputValue.Reference reference = (InputValue.Reference) one(inputs);
    assertThat(reference.href()).isEqualTo("http://x/?a=1&b=2;3");
    assertThat(reference.post()).isTrue();
    assertThat(reference.format().mediaType()).contains("text/xml");
  }

  @Test
  void theResponseDocumentListsOutputs() {
    ExecuteRequest request =
        read(
            "ResponseDocument=[result=@asReference=true;sum@uom=km;picture@mimeType=a/b"
                + "@encoding=base64@schema=http%3A%2F%2Fx]&storeExecuteResponse=TRUE&status=true");
    assertThat(request.mode()).isEqualTo(Mode.ASYNC);
    assertThat(request.outputs()).hasSize(3);
    assertThat(request.outputs().get(0).asReference()).isTrue();
    assertThat(request.outputs().get(1).unit()).contains("km");
    assertThat(request.outputs().get(2).format())
        .isEqualTo(DeclaredFormat.of("a/b", "base64", "http://x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RawDataOutput=sum;extent",
        "RawDataOutput=sum&storeExecuteResponse=true",
        "DataInputs=image=a?b",
        "DataInputs=text=%FF",
        "DataInputs=data=@href=http://x@method=PUT",
        "ResponseDocument=sum@asReference=maybe"
      })
  void whatContradictsItselfIsRefused(String query) {
    assertThatThrownBy(() -> read(query)).isInstanceOf(OwsException.class);
  }
}
