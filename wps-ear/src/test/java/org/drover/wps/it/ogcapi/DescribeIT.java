package org.drover.wps.it.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.OgcApiClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Descriptions of processes; that they obey schema.yaml is seen to by the client. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class DescribeIT {

  private final OgcApiClient api;

  DescribeIT(OgcApiClient api) {
    this.api = api;
  }

  private JsonNode schema(String process, String input) {
    JsonNode described = api.get("/processes/" + process).json(200).at("/inputs/" + input);
    assertThat(described.get("title").asText()).isNotBlank();
    return described.get("schema");
  }

  @Test
  @Holds({"D1.7", "D6.8", "X1"})
  void everyProcessOnOfferIsDescribed() {
    for (JsonNode each : api.get("/processes?limit=1000").json(200).get("processes")) {
      JsonNode process = api.get("/processes/" + each.get("id").asText()).json(200);
      assertThat(process.get("id")).isEqualTo(each.get("id"));
      assertThat(process.get("version")).isEqualTo(each.get("version"));
      assertThat(process.get("title")).isEqualTo(each.get("title"));
      assertThat(process.get("outputs").size()).isPositive();
      assertThat(process.get("links").toString()).contains("\"self\"", "\"alternate\"");
    }
    api.get("/processes/nothing").refusedAs(404, "no-such-process");
  }

  @Test
  @Holds("D1.8")
  void literalsHaveTypesRangesValuesAndDefaults() {
    assertThat(schema("kinds", "needed").toString()).isEqualTo("{\"type\":\"string\"}");
    assertThat(schema("kinds", "flag").at("/type").asText()).isEqualTo("boolean");
    assertThat(schema("kinds", "whole").at("/type").asText()).isEqualTo("integer");
    assertThat(schema("kinds", "day").at("/format").asText()).isEqualTo("date");
    JsonNode open = schema("kinds", "open");
    assertThat(open.at("/minimum").asInt()).isZero();
    assertThat(open.at("/maximum").asInt()).isEqualTo(10);
    assertThat(open.at("/exclusiveMaximum").asBoolean()).isTrue();
    assertThat(schema("kinds", "spaced").at("/multipleOf").asInt()).isEqualTo(5);
    assertThat(schema("kinds", "few").at("/default").isInt()).isTrue();
    JsonNode colour = schema("kinds", "colour");
    assertThat(colour.at("/enum").toString()).isEqualTo("[\"red\",\"green\"]");
    assertThat(colour.at("/default").asText()).isEqualTo("green");
    JsonNode inputs = api.get("/processes/kinds").json(200).get("inputs");
    assertThat(inputs.at("/words/minOccurs").asInt()).isZero();
    assertThat(inputs.at("/words/maxOccurs").asInt()).isEqualTo(3);
    assertThat(
            api.get("/processes/echo")
                .json(200)
                .at("/inputs/number/additionalParameters")
                .toString())
        .contains("uom", "\"m\",\"km\"");
  }

  @Test
  @Holds("D1.9")
  void severalFormatsAreAlternativesTheDefaultFirst() {
    JsonNode features = schema("buffer", "features").get("oneOf");

    assertThat(features.at("/0/allOf/0/format").asText()).isEqualTo("geojson-feature-collection");
    assertThat(features.at("/1/type").asText()).isEqualTo("string");
    assertThat(features.at("/1/contentMediaType").asText()).startsWith("application/gml+xml");
    JsonNode small = schema("kinds", "small").get("oneOf");
    assertThat(small.at("/2/contentEncoding").asText()).isEqualTo("base64");
    assertThat(small.at("/2/contentMediaType").asText()).isEqualTo("application/octet-stream");
  }

  @Test
  @Holds({"D1.9", "X5"})
  void aBoxHasItsFormatFirstAndTellsItsSystems() {
    JsonNode box = schema("echo", "box");

    assertThat(box.at("/allOf/0/format").asText()).isEqualTo("ogc-bbox");
    assertThat(box.at("/allOf/1/properties/crs/default").asText())
        .isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
    assertThat(box.at("/allOf/1/properties/crs/enum").toString())
        .contains("http://www.opengis.net/def/crs/EPSG/0/4326");
  }
}
