package org.drover.wps.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.ArgumentVector.Values;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.LiteralType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {

  private static final String GOOD =
      """
      process: demo
      version: 1.0.0
      title: Demo
      queue: long
      modes: [async]
      keep: P2D
      inputs:
        word: {title: Word, type: string}
        colour: {title: Colour, type: string, values: [red, green], default: red}
        size: {title: Size, type: double, units: [m, km], minimum: 0, maximum: 10, optional: true}
        files: {title: Files, formats: [{type: text/csv}], maximum-occurs: 3}
        area: {title: Area, crs: ["EPSG:4326"], optional: true}
      outputs:
        table: {title: Table, formats: [{type: text/csv, name: CSV}]}
        count: {title: Count, type: int, file: count.txt}
      command:
        - tool
        - "--word={word}"
        - {when: colour, is: green, arguments: [-g]}
        - {when: size, arguments: [-s, "{size}"]}
        - {each: files, arguments: [-f, "{files.path}"]}
        - "{files.path}"
        - {unless: area, arguments: [--world]}
        - "{{not a placeholder}}"
        - "{table.path}"
      limits: {memory-megabytes: 100, processes: 7, time: PT5M}
      bad-input:
        - {exit-code: 2, input: word, message: No such word.}
      """;

  @TempDir Path folder;

  private CommandDefinition read(String yaml) throws IOException, InvalidCommandFileException {
    return CommandReader.read(Files.writeString(folder.resolve("demo.yaml"), yaml));
  }

  @Test
  void aDescriptionIsRead() throws Exception {
    CommandDefinition command = read(GOOD);
    assertThat(command.description().id()).isEqualTo("demo");
    assertThat(command.description().queue()).isEqualTo("long");
    assertThat(command.description().keep()).contains(Duration.ofDays(2));
    assertThat(command.description().jobControl())
        .isEqualTo(Set.of(JobControl.ASYNC_EXECUTE, JobControl.DISMISS));
    assertThat(command.limits().memoryBytes()).isEqualTo(100_000_000);
    assertThat(command.limits().time()).isEqualTo(Duration.ofMinutes(5));
    assertThat(command.badInput().get(2).message()).contains("No such word.");
  }

  @Test
  void inputsHaveTypesUnitsValuesAndOccurrences() throws Exception {
    InputDescription size = read(GOOD).description().findInput("size").orElseThrow();
    assertThat(size.data())
        .isEqualTo(
            new DataDescription.Literal(
                LiteralType.DOUBLE,
                List.of("m", "km"),
                new AllowedValues.OneOf(
                    List.of(),
                    List.of(
                        new AllowedValues.Range(
                            Optional.of("0"), Optional.of("10"), Optional.empty(), false, false))),
                Optional.empty()));
    InputDescription files = read(GOOD).description().findInput("files").orElseThrow();
    assertThat(List.of(size.minOccurs(), size.maxOccurs(), files.minOccurs(), files.maxOccurs()))
        .containsExactly(0, 1, 1, 3);
  }

  @Test
  void theArgumentVectorIsFilled() throws Exception {
    Values values =
        new Values(
            Map.of(
                "word", List.of("a b; rm -rf / $(x)"),
                "colour", List.of("green"),
                "files.path", List.of("in/files-1.csv", "in/files-2.csv"),
                "table.path", List.of("table.csv")));
    assertThat(read(GOOD).arguments().fill(values))
        .containsExactly(
            "tool",
            "--word=a b; rm -rf / $(x)",
            "-g",
            "-f",
            "in/files-1.csv",
            "-f",
            "in/files-2.csv",
            "in/files-1.csv",
            "in/files-2.csv",
            "--world",
            "{not a placeholder}",
            "table.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-rf", "--help", "-1x", "-"})
  void aValueIsNoOption(String value) {
    Text text = Text.parse("{word}");
    assertThatThrownBy(
            () ->
                text.fill(new Values(Map.of("word", List.of(value))), new java.util.ArrayList<>()))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("word"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-.5e-3", "a-b", "", "-2.5"})
  void numbersMayBeNegative(String value) {
    List<String> all = new java.util.ArrayList<>();
    Text.parse("{word}").fill(new Values(Map.of("word", List.of(value))), all);
    assertThat(all).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1.0.0|version: 1.0|line 2|string",
        "title: Demo|titel: Demo|line 1|title",
        "queue: long|queue: [long|line|",
        "queue: long|title: again|line 4|title",
        "type: string, values|type: text, values|line 9|enumeration",
        "default: red|default: blue|line 9|default",
        "minimum: 0|minimum: none|line 10|none",
        "crs: [\"EPSG:4326\"]|crs: [\"EPSG:4326\"], type: int|line 12|only one",
        "- tool|- \"{word}\"|line 17|placeholder",
        "--word={word}|--word={wort}|line 18|{wort}",
        "--word={word}|--word={word|line 18|brace",
        "- \"{table.path}\"|- \"{size}\"|line 25|'when'",
        "- \"{files.path}\"|- \"f={files.path}\"|line 22|'each'",
        "each: files|each: fils|line 21|fils",
        "input: word|input: sword|line 28|sword",
        "file: count.txt|file: ../count.txt|line 15|pattern",
        "file: count.txt|file: -count|line 15|pattern",
        "memory-megabytes: 100|memory-megabytes: 1|line 26|16",
        "time: PT5M|time: 5 minutes|line 26|pattern"
      })
  void amistakeIsToldWithItsLine(String good, String bad, String line, String told) {
    String yaml = GOOD.replace(good, bad);
    assertThat(yaml).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InvalidCommandFileException.class)
        .hasMessageStartingWith("demo.yaml")
        .hasMessageContaining(line)
        .hasMessageContaining(told == null ? "" : told);
  }

  @Test
  void aScriptMustBeThere() {
    assertThatThrownBy(() -> read(GOOD + "scripts: [tool.py]\n"))
        .hasMessageContaining("line 29")
        .hasMessageContaining("tool.py");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a\n- b\n", "just text", "a: &a [x]\nb: [*a, *a]\n"})
  void whatIsNoDescriptionIsRefused(String yaml) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidCommandFileException.class);
  }

  @Test
  void severalValuesAreJoinedWhereTheAuthorSaysSo() throws Exception {
    String joined = "  - {when: files, join: ',', arguments: [-j, 'x={files.path}']}\nlimits:";
    ArgumentVector arguments = read(GOOD.replace("limits:", joined)).arguments();
    Map<String, List<String>> texts =
        Map.of(
            "word", List.of("w"),
            "colour", List.of("red"),
            "files.path", List.of("in/a", "in/b"),
            "table.path", List.of("t"));
    assertThat(arguments.fill(new Values(texts))).endsWith("t", "-j", "x=in/a,in/b");
    assertThatThrownBy(
            () -> read(GOOD.replace("limits:", joined.replace("when: files", "each: files"))))
        .hasMessageContaining("'join' goes with 'when' alone");
  }

  @Test
  void whatWasReadElsewhereHasNoScriptsBesideIt() throws Exception {
    JsonNode root = CommandYaml.parse("the unit", GOOD + "scripts: [a.py]\n");
    assertThatThrownBy(() -> CommandReader.read("the unit", root))
        .hasMessage("the unit, line 29: there is no file a.py beside it");
  }
}
