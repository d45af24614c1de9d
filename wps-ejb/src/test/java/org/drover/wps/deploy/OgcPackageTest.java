package org.drover.wps.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OgcPackageTest {

  private static final String UNIT =
      """
      process: count
      version: 1.2.3
      title: Count
      image: debian
      inputs: {text: {title: Text, formats: [{type: text/plain}]}}
      outputs: {lines: {title: Lines, type: int, stdout: true}}
      command: [wc, -l, "{text.path}"]
      """;
  private static final String CONTAINER =
      """
      {
       "processDescription": {
        "id": "count", "version": "2.0.0", "title": "Count lines", "description": "All of them.",
        "jobControlOptions": ["async-execute"],
        "inputs": {
         "text": {"title": "Text", "schema": {"oneOf": [
           {"type": "string", "contentMediaType": "text/plain"},
           {"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"}]}},
         "least": {"title": "Least", "minOccurs": 0,
           "schema": {"type": "integer", "format": "int32", "minimum": 1}},
         "mode": {"title": "Mode", "schema": {"type": "string", "enum": ["a", "b"], "default": "a"}},
         "box": {"title": "Box", "minOccurs": 0, "schema": {"allOf": [{"format": "ogc-bbox"}]}}},
        "outputs": {"table": {"title": "Table", "schema": {"type": "object"}}}},
       "deploymentProfile": "http://www.opengis.net/profiles/eoc/dockerizedApplication",
       "executionUnit": [{
        "type": "docker", "image": "example.org/count:1", "deployment": "local",
        "config": {"cpuMin": 1, "cpuMax": 1.5, "memoryMax": 2, "jobTimeout": 60},
        "command": ["count", "{text.path}", "{mode}", "{table.path}"]}]
      }
      """;

  private final ObjectMapper json = new ObjectMapper();
  private final Checks checks = new Checks();

  private String packaged(Map<String, ?> unit) throws Exception {
    return json.writeValueAsString(Map.of("executionUnit", unit));
  }

  @Test
  void aContainerIsDescribedByThePackage() {
    JsonNode model = checks.model(Checks.OGC, CONTAINER);
    assertThat(model.get("process").asText()).isEqualTo("count");
    assertThat(model.get("version").asText()).isEqualTo("2.0.0");
    assertThat(model.get("title").asText()).isEqualTo("Count lines");
    assertThat(model.get("modes").toString()).isEqualTo("[\"async\"]");
    assertThat(model.get("image").asText()).isEqualTo("example.org/count:1");
    assertThat(model.get("limits").toString())
        .contains("\"cpus\":1.5", "\"memory-megabytes\":2000", "\"time\":\"PT60S\"");
    assertThat(model.at("/inputs/text/formats").toString())
        .isEqualTo("[{\"type\":\"text/plain\"},{\"type\":\"image/png\",\"encoding\":\"base64\"}]");
    assertThat(model.at("/inputs/least").toString())
        .contains("\"optional\":true", "\"type\":\"int\"", "\"minimum\":1");
    assertThat(model.at("/inputs/mode").toString())
        .contains("\"values\":[\"a\",\"b\"]", "\"default\":\"a\"");
    assertThat(model.at("/inputs/box/crs/0").asText()).endsWith("CRS84");
    assertThat(model.at("/outputs/table/formats/0/type").asText()).isEqualTo("application/json");
  }

  @Test
  void aUnitIsGivenAsItIsOrAsAValueOrEncodedOrByALink() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(UNIT.getBytes(StandardCharsets.UTF_8));
    String type = Checks.COMMAND;
    Checks linked = new Checks(href -> href.equals("https://example.org/unit") ? UNIT : "");
    List<Map<String, ?>> units =
        List.of(
            Map.of("value", UNIT, "mediaType", type),
            Map.of("value", UNIT),
            Map.of("value", base64, "mediaType", type, "encoding", "base64"),
            Map.of("value", base64, "format", Map.of("mediaType", type, "encoding", "base64")),
            Map.of("href", "https://example.org/unit", "type", type),
            Map.of("href", "https://example.org/unit"),
            Map.of("unit", Map.of("value", UNIT)));
    for (Map<String, ?> unit : units) {
      NewPackage made = linked.check(Checks.OGC, packaged(unit), Optional.empty());
      assertThat(made.process()).as(unit.toString()).isEqualTo("count");
      assertThat(made.version()).isEqualTo("1.2.3");
    }
    assertThat(linked.check(type, UNIT, Optional.empty()).process()).isEqualTo("count");
  }

  @Test
  void theDescriptionHasTheLastWordOnIdentifierVersionAndTexts() {
    JsonNode model =
        checks.model(
            Checks.OGC,
            """
            {"processDescription": {"process": {"id": "other", "version": "3", "keywords": ["k"],
              "inputs": {"w": {"title": "A word", "schema": {"type": "string"}}}}},
             "executionUnit": {"value": {"cwlVersion": "v1.2", "class": "CommandLineTool",
              "id": "mine", "baseCommand": "echo", "hints": {"DockerRequirement":
              {"dockerPull": "debian"}}, "inputs": {"w": {"type": "string", "inputBinding": {}}},
              "outputs": {"o": "stdout"}}, "mediaType": "application/cwl+json"}}
            """);
    assertThat(model.get("process").asText()).isEqualTo("other");
    assertThat(model.get("version").asText()).isEqualTo("3");
    assertThat(model.at("/inputs/w/title").asText()).isEqualTo("A word");
    assertThat(model.get("keywords").toString()).isEqualTo("[\"k\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eoc/dockerizedApplication | eoc/other | line 14: the only deployment profile supported",
        "\"executionUnit\": [{ | \"executionUnit\": [{}, { | line 15: several execution units",
        "\"type\": \"docker\" | \"type\": \"wasm\" | line 16: the type of an execution unit is docker or oci",
        "\"image\": \"example.org/count:1\", | '' | line 15: an execution unit of this type needs 'image'",
        "\"local\" | \"hpc\" | line 16: the only deployment supported is local",
        "\"memoryMax\": 2 | \"memoryMax\": 5 | 'memory-megabytes' of a deployed process is at most 4000",
        "\"cpuMin\": 1 | \"gpus\": 1 | line 17: 'gpus' of an execution unit's config is not supported",
        "\"jobTimeout\": 60 | \"jobTimeout\": \"x\" | line 17: 'jobTimeout' is a number greater than 0",
        "\"command\" | \"comand\" | line 15: an execution unit of this type needs 'command'",
        "\"{mode}\" | \"{none}\" | line 18: there is nothing to put for {none}",
        "\"{mode}\" | \"{least}\" | line 18: the input 'least' may be absent",
        "\"format\": \"int32\" | \"pattern\": \"x\" | line 10: 'pattern' of a schema is not supported",
        "\"type\": \"integer\" | \"type\": \"array\" | a schema of type 'array int32' is not supported",
        "\"minOccurs\": 0, | \"maxOccurs\": \"unbounded\", | line 9: maxOccurs is a number",
        "\"executionUnit\" | \"unit\" | the package needs 'executionUnit'",
        "example.org/count:1 | --privileged | line 16: '--privileged' is no name of an image",
      })
  void whatIsNotSupportedIsRefusedWithItsLine(String good, String bad, String message) {
    String text = CONTAINER.replace(good, bad == null ? "" : bad);
    assertThat(text).isNotEqualTo(CONTAINER);
    assertThat(checks.refused(Checks.OGC, text, message)).isEqualTo(Reason.INVALID);
  }

  @Test
  void inputsAndOutputsDescribedAreThoseOfTheUnit() throws Exception {
    Map<String, Object> unit = Map.of("value", UNIT);
    Map<String, Object> described = Map.of("schema", Map.of("type", "string"));
    checks.refused(
        Checks.OGC,
        json.writeValueAsString(
            Map.of(
                "processDescription",
                Map.of("inputs", Map.of("word", described)),
                "executionUnit",
                unit)),
        "the execution unit has none of the inputs called 'word'");
  }

  @Test
  void aMistakeInAValueIsToldWithItsOwnLine() throws Exception {
    checks.refused(
        Checks.OGC,
        packaged(Map.of("value", UNIT.replace("type: int", "type: integral"))),
        "the execution unit, line 6: $.outputs.lines.type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "application/json", "application/cwl2", "/;;"})
  void otherMediaTypesAreRefusedWhateverTheBody(String type) {
    assertThat(checks.refused(type, "", "application/ogcapppkg+json"))
        .isEqualTo(Reason.UNKNOWN_MEDIA_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\": ", "{\"a\": 1, \"a\": 2}", "a: [", "a: 1\na: 2", "7"})
  void whatIsNeitherJsonNorYamlIsUnreadable(String text) {
    assertThat(checks.refused(Checks.OGC, text, "The package is not taken: the package"))
        .isEqualTo(Reason.UNREADABLE);
  }
}
