package org.drover.wps.web.ogcapi.describe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.junit.jupiter.api.Test;

final class ProcessJsonTest {

  private static String schema(DataDescription data, Class<?> valueType) {
    return DataSchema.of(data, valueType).build().toString();
  }

  private static String literal(LiteralType type, AllowedValues allowed, String defaultValue) {
    return schema(
        new DataDescription.Literal(type, List.of(), allowed, Optional.ofNullable(defaultValue)),
        String.class);
  }

  private static AllowedValues.Range range(String min, String max, String spacing) {
    return new AllowedValues.Range(
        Optional.ofNullable(min), Optional.of(max), Optional.ofNullable(spacing), true, false);
  }

  @Test
  void literalsSayWhatIsAllowed() {
    assertThat(literal(LiteralType.DATE_TIME, new AllowedValues.Any(), null))
        .isEqualTo("{\"type\":\"string\",\"format\":\"date-time\"}");
    assertThat(literal(LiteralType.INT, new AllowedValues.OneOf(List.of("1", "2"), List.of()), "2"))
        .isEqualTo("{\"type\":\"integer\",\"format\":\"int32\",\"enum\":[1,2],\"default\":2}");
    assertThat(
            literal(
                LiteralType.DECIMAL,
                new AllowedValues.OneOf(List.of(), List.of(range("0", "10", "2.5"))),
                null))
        .isEqualTo(
            "{\"type\":\"number\",\"minimum\":0,\"maximum\":10,\"exclusiveMinimum\":true,"
                + "\"multipleOf\":2.5}");
    assertThat(
            literal(
                LiteralType.DECIMAL,
                new AllowedValues.OneOf(List.of("99"), List.of(range("1", "10", "2"))),
                null))
        .isEqualTo(
            "{\"type\":\"number\",\"anyOf\":[{\"enum\":[99]},{\"minimum\":1,\"maximum\":10,"
                + "\"exclusiveMinimum\":true}]}");
    assertThat(literal(LiteralType.BOOLEAN, new AllowedValues.Any(), "true"))
        .contains("\"default\":true");
  }

  @Test
  void formatsAreAlternatives() {
    String both =
        schema(
            new DataDescription.Complex(
                List.of(Format.GEOJSON, Format.BINARY), OptionalLong.empty()),
            FeatureCollection.class);

    assertThat(both)
        .isEqualTo(
            "{\"oneOf\":[{\"allOf\":[{\"format\":\"geojson-feature-collection\"},"
                + "{\"type\":\"object\",\"contentMediaType\":\"application/geo+json\"}]},"
                + "{\"type\":\"string\",\"format\":\"byte\",\"contentEncoding\":\"base64\","
                + "\"contentMediaType\":\"application/octet-stream\"}]}");
    assertThat(
            schema(
                new DataDescription.Complex(
                    List.of(Format.JSON),
                    OptionalLong.empty(),
                    Optional.of("{\"type\":\"array\"}")),
                String.class))
        .isEqualTo("{\"type\":\"array\"}");
  }

  @Test
  void aGroupIsAnObjectOfItsMembers() {
    DataDescription text =
        new DataDescription.Literal(
            LiteralType.STRING, List.of(), new AllowedValues.Any(), Optional.empty());
    InputDescription one =
        new InputDescription("one", Texts.titled("One"), 1, 1, text, String.class);
    InputDescription many =
        new InputDescription("many", Texts.titled("Many"), 0, 5, text, String.class);

    assertThat(schema(new DataDescription.InputGroup(List.of(one, many)), Object.class))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"one\":{\"type\":\"string\"},\"many\":"
                + "{\"type\":\"array\",\"minItems\":0,\"maxItems\":5,\"items\":{\"type\":\"string\"}}},"
                + "\"additionalProperties\":false,\"required\":[\"one\"]}");
  }

  @Test
  void aProcessTellsHowItRunsAndWhatItTakes() {
    ProcessDescription process =
        ProcessDescription.of("demo", "1.2")
            .boxInput("box", "Box", List.of("EPSG:4326"))
            .literalOutput("out", "Out", LiteralType.STRING)
            .build();
    JsonObject json = ProcessJson.description(process, List.of());

    assertThat(json.getJsonArray("jobControlOptions").toString())
        .isEqualTo("[\"sync-execute\",\"async-execute\",\"dismiss\"]");
    assertThat(json.getString("version")).isEqualTo("1.2");
    assertThat(json.getValue("/inputs/box/schema/allOf/1/properties/crs/default").toString())
        .isEqualTo("\"http://www.opengis.net/def/crs/EPSG/0/4326\"");
    assertThat(json.getValue("/inputs/box/maxOccurs").toString()).isEqualTo("1");
  }
}
