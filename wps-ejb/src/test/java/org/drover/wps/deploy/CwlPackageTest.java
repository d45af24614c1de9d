package org.drover.wps.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CwlPackageTest {

  private static final String GOOD =
      """
      cwlVersion: v1.2
      class: CommandLineTool
      id: translate
      label: Translate a raster
      doc: Changes the format.
      s:softwareVersion: 2.1.0
      $namespaces:
        s: https://schema.org/
        iana: https://www.iana.org/assignments/media-types/
      requirements:
        DockerRequirement: {dockerPull: "example.org/gdal:3.6"}
        ResourceRequirement: {ramMin: 500, ramMax: 1000, coresMin: 2}
        EnvVarRequirement: {envDef: {GDAL_CACHEMAX: "64"}}
        NetworkAccess: {networkAccess: false}
        ToolTimeLimit: {timelimit: 90}
      baseCommand: [gdal_translate, -q]
      arguments: [-co, "NAME={x}", {prefix: -of, valueFrom: GTiff, position: 1}]
      inputs:
        source: {type: File, format: "iana:image/tiff", inputBinding: {position: 8}}
        quality: {type: "int?", inputBinding: {prefix: --quality=, separate: false}}
        scale: {type: double, default: 1.5, inputBinding: {prefix: -s}}
        verbose: {type: "boolean?", inputBinding: {prefix: -v}}
        bands: {type: "int[]?", inputBinding: {prefix: -b, itemSeparator: ","}}
        names: {type: "string[]", inputBinding: {prefix: -n}}
        masks: {type: {type: array, items: File, inputBinding: {prefix: -m}}}
        mode:
          type: {type: enum, symbols: [fast, exact]}
          inputBinding: {position: 2}
      outputs:
        result: {type: File, format: "iana:image/tiff", outputBinding: {glob: out.tif}}
        log: {type: stdout}
      stdout: log.txt
      """;

  private final Checks checks = new Checks();

  @Test
  void aToolBecomesACommandInAContainer() {
    JsonNode model = checks.model(Checks.CWL, GOOD);
    assertThat(model.get("process").asText()).isEqualTo("translate");
    assertThat(model.get("version").asText()).isEqualTo("2.1.0");
    assertThat(model.get("title").asText()).isEqualTo("Translate a raster");
    assertThat(model.get("abstract").asText()).isEqualTo("Changes the format.");
    assertThat(model.get("image").asText()).isEqualTo("example.org/gdal:3.6");
    assertThat(model.get("backend").asText()).isEqualTo("container");
    assertThat(model.get("network").asBoolean()).isFalse();
    assertThat(model.at("/environment/GDAL_CACHEMAX").asText()).isEqualTo("64");
  }

  @Test
  void whatIsLeastIsTheLimitUnlessTheMostIsSaid() {
    JsonNode limits = checks.model(Checks.CWL, GOOD).get("limits");
    assertThat(limits.get("memory-megabytes").asInt()).isEqualTo(1049);
    assertThat(limits.get("cpus").asDouble()).isEqualTo(2);
    assertThat(limits.get("time").asText()).isEqualTo("PT90S");
  }

  @Test
  void argumentsStandInTheOrderOfTheirPositions() {
    assertThat(checks.model(Checks.CWL, GOOD).get("command").toString())
        .isEqualTo(
            """
            ["gdal_translate","-q","-co","NAME={{x}}",\
            {"when":"bands","arguments":["-b","{bands}"],"join":","},\
            {"each":"masks","arguments":["-m","{masks.path}"]},\
            {"when":"names","arguments":["-n","{names}"]},\
            {"when":"quality","arguments":["--quality={quality}"]},\
            "-s","{scale}",\
            {"when":"verbose","arguments":["-v"],"is":"true"},\
            "-of","GTiff","{mode}","{source.path}"]""");
  }

  @Test
  void inputsAndOutputsHaveTypesFormatsAndOccurrences() {
    JsonNode model = checks.model(Checks.CWL, GOOD);
    assertThat(model.at("/inputs/source/formats").toString())
        .isEqualTo("[{\"type\":\"image/tiff\",\"encoding\":\"base64\"}]");
    assertThat(model.at("/inputs/quality/optional").asBoolean()).isTrue();
    assertThat(model.at("/inputs/scale/default").asText()).isEqualTo("1.5");
    assertThat(model.at("/inputs/names/maximum-occurs").asInt()).isGreaterThan(1);
    assertThat(model.at("/inputs/mode/values").toString()).isEqualTo("[\"fast\",\"exact\"]");
    assertThat(model.at("/outputs/result/file").asText()).isEqualTo("out.tif");
    assertThat(model.at("/outputs/log/stdout").asBoolean()).isTrue();
  }

  @Test
  void inputsMayBeNamedInArguments() {
    String text =
        GOOD.replace(
            "arguments: [-co", "arguments: [\"a=$(inputs.scale){$(inputs.source.path)\", -co");
    assertThat(checks.model(Checks.CWL, text).at("/command/2").asText())
        .isEqualTo("a={scale}{{{source.path}");
  }

  @Test
  void itIsReadAsJsonToo() {
    JsonNode model =
        checks.model(
            "application/cwl+json",
            """
            {"cwlVersion": "v1.0",
            \t"class": "CommandLineTool", "id": "#main/hello",
             "hints": [{"class": "DockerRequirement", "dockerPull": "debian"},
                       {"class": "SomethingElse"}],
             "baseCommand": "echo", "inputs": [{"id": "#main/word", "type": "string",
             "inputBinding": {}}],
             "outputs": [{"id": "said", "type": "stdout"}]}
            """);
    assertThat(model.get("process").asText()).isEqualTo("hello");
    assertThat(model.get("version").asText()).isEqualTo("1.0.0");
    assertThat(model.get("command").toString()).isEqualTo("[\"echo\",\"{word}\"]");
  }

  private static String graph() {
    String tool = GOOD.lines().skip(1).map(it -> "    " + it + "\n").reduce("", String::concat);
    String first = "  - " + tool.strip() + "\n";
    String second = first.replace("id: translate", "id: '#second'");
    return "cwlVersion: v1.2\n$namespaces: {iana: 'https://www.iana.org/assignments/media-types/'}\n"
        + "$graph:\n"
        + first
        + second;
  }

  @Test
  void ofSeveralToolsTheFirstIsMeantOrTheOneAskedFor() {
    assertThat(checks.check(Checks.CWL, graph(), Optional.empty()).process())
        .isEqualTo("translate");
    assertThat(checks.check(Checks.CWL, graph(), Optional.of("second")).process())
        .isEqualTo("second");
    assertThatThrownBy(() -> checks.check(Checks.CWL, graph(), Optional.of("third")))
        .hasMessage("There is no 'third' in the document; there are [translate, second].")
        .satisfies(
            it ->
                assertThat(((PackageRefusedException) it).reason()).isEqualTo(Reason.NO_SUCH_TOOL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v1.2 | v2.0 | line 1: cwlVersion is one of [v1.0, v1.1, v1.2]",
        "class: CommandLineTool | class: Workflow | line 2: class Workflow is not supported",
        "doc: Changes the format. | stdin: x | line 5: 'stdin' of a CommandLineTool is not supported",
        "dockerPull: | dockerFile: | line 11: 'dockerFile' of DockerRequirement is not supported",
        "NetworkAccess: {networkAccess: false} | NetworkAccess: {networkAccess: true} | line 14: deployed processes have no network here",
        "EnvVarRequirement: {envDef: {GDAL_CACHEMAX: \"64\"}} | InlineJavascriptRequirement: {} | line 13: InlineJavascriptRequirement is not supported",
        "ramMax: 1000 | ramMax: 90000 | 'memory-megabytes' of a deployed process is at most 4000",
        "ramMax: 1000 | tmpdirMax: 10 | line 12: 'tmpdirMax' of ResourceRequirement is not supported",
        "coresMin: 2 | coresMin: $(inputs.n) | line 12: a number is needed here",
        "timelimit: 90 | timelimit: 0 | line 15: ToolTimeLimit needs 'timelimit'",
        "type: \"int?\" | type: Any | line 20: type Any is not supported",
        "type: \"int?\" | type: \"Directory?\" | line 20: type Directory? is not supported",
        "type: \"int?\" | type: [int, string] | line 20: several types for one value",
        "type: \"int?\" | type: {type: record, fields: []} | line 20: type record is not supported",
        "type: \"boolean?\" | type: 'boolean[]' | line 22: an array of booleans",
        "separate: false} | separate: false}, secondaryFiles: [x] | line 20: 'secondaryFiles' of an input",
        "default: 1.5 | default: $(runtime.cores) | line 21: expressions are not supported here",
        "valueFrom: GTiff | valueFrom: $(inputs.none) | line 17: there is no input 'none'",
        "valueFrom: GTiff | valueFrom: $(inputs.quality) | line 17: $(inputs.NAME) stands for a value",
        "valueFrom: GTiff | valueFrom: $(runtime.outdir) | line 17: of expressions only",
        "{prefix: -v} | {prefix: -v, valueFrom: x} | line 22: 'valueFrom' of an input is not supported",
        "{prefix: -v} | {prefix: -v, shellQuote: false} | line 22: 'shellQuote' of a binding",
        "{prefix: -n} | {prefix: -n, separate: false} | line 24: 'separate: false' of an array",
        "glob: out.tif | glob: '*.tif' | line 30: glob is the plain name of a file",
        "glob: out.tif | glob: ../x | line 30: glob is the plain name of a file",
        "glob: out.tif | outputEval: x | line 30: 'outputEval' of an outputBinding",
        "type: stdout | type: File | line 31: an output of type File needs",
        "type: stdout | type: int | line 31: an output is a File or stdout",
        "iana:image/tiff\", outputBinding | edam:9\", outputBinding | line 30: format edam:9 is not known",
        "baseCommand: [gdal_translate, -q] | intent: [] | needs a baseCommand",
        "id: translate | id: 'a b' | does not match the regex pattern",
      })
  void whatIsNotSupportedIsRefusedWithItsLine(String good, String bad, String message) {
    String text = GOOD.replace(good, bad);
    assertThat(text).isNotEqualTo(GOOD);
    assertThat(checks.refused(Checks.CWL, text, message)).isEqualTo(Reason.INVALID);
  }

  @Test
  void withoutAnImageTheProgramMustBePermitted() {
    String text = GOOD.replace("DockerRequirement: {dockerPull: \"example.org/gdal:3.6\"}", "");
    checks.refused(
        Checks.CWL, text, "a deployed process needs an image (in CWL: DockerRequirement)");
  }
}
