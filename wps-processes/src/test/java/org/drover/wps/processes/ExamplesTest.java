package org.drover.wps.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import org.drover.wps.process.describe.AnnotatedProcess;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.processes.basic.Echo;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

  private static final Pattern INPUT =
      Pattern.compile("<wps:Input>\\s*<ows:Identifier>([^<]+)</ows:Identifier>");
  private static final Pattern SAMPLE = Pattern.compile("\\$\\{base\\}/samples/([^\"]+)");

  private static Path folder(String name) throws URISyntaxException {
    return Path.of(Echo.class.getResource("/META-INF/drover/" + name).toURI());
  }

  static Stream<Named<Path>> examples() throws Exception {
    try (Stream<Path> files = Files.walk(folder("examples"))) {
      return files.filter(Files::isRegularFile).toList().stream()
          .map(it -> Named.of(it.getParent().getFileName() + "/" + it.getFileName(), it));
    }
  }

  static Stream<Named<Path>> xmlExamples() throws Exception {
    return examples().filter(it -> !isJson(it.getPayload()));
  }

  private static boolean isJson(Path example) {
    return example.toString().endsWith(".json");
  }

  @Test
  void everyProcessHasAnExample() throws Exception {
    for (Class<?> process : ProcessClasses.list()) {
      assertThat(folder("examples").resolve(AnnotatedProcess.describe(process).id()))
          .isNotEmptyDirectory();
    }
  }

  @ParameterizedTest
  @MethodSource("xmlExamples")
  void itIsAnExecuteRequestBySchema(Path example) throws Exception {
    OgcSchemas.load("http://schemas.opengis.net/wps/1.0.0/wpsExecute_request.xsd")
        .newValidator()
        .validate(new StreamSource(Files.newInputStream(example), example.toUri().toString()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itGivesInputsOfItsProcessAndAllItNeeds(Path example) throws Exception {
    ProcessDescription process = process(example.getParent().getFileName().toString());
    List<String> given = isJson(example) ? jsonInputs(example) : all(INPUT, example);

    assertThat(process.inputs().stream().map(InputDescription::id)).containsAll(given);
    assertThat(given)
        .containsAll(
            process.inputs().stream()
                .filter(it -> it.minOccurs() > 0)
                .map(InputDescription::id)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsSamplesExist(Path example) throws Exception {
    for (String sample : all(SAMPLE, example)) {
      assertThat(folder("samples").resolve(sample)).isRegularFile();
    }
  }

  private static List<String> jsonInputs(Path example) throws IOException {
    List<String> names = new ArrayList<>();
    JsonNode request = new ObjectMapper().readTree(example.toFile());
    request.get("inputs").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ProcessDescription process(String id) throws Exception {
    return ProcessClasses.list().stream()
        .map(AnnotatedProcess::describe)
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> all(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult it) -> it.group(1))
        .toList();
  }
}
