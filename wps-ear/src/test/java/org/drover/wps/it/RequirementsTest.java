package org.drover.wps.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every numbered requirement has a test; writes the table of them to target. Of the exception codes
 * OptionNotSupported is not among them: there is no option of WPS 1.0.0 the service does not
 * support, so it has no occasion to say so.
 */
class RequirementsTest {

  @Test
  void everyRequirementHasATest() throws Exception {
    Map<String, String> texts = requirements();
    Map<String, List<String>> tests = new LinkedHashMap<>();
    texts.keySet().forEach(it -> tests.put(it, new ArrayList<>()));
    for (Class<?> type : testClasses()) {
      for (Method method : type.getDeclaredMethods()) {
        Holds holds = method.getAnnotation(Holds.class);
        for (String id : holds == null ? new String[0] : holds.value()) {
          assertThat(texts).as(method.toString()).containsKey(id);
          tests.get(id).add(type.getSimpleName() + "." + method.getName());
        }
      }
    }
    write(texts, tests);

    assertThat(tests)
        .as("requirements and their tests")
        .allSatisfy((id, names) -> assertThat(names).as(id).isNotEmpty());
  }

  private static Map<String, String> requirements() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (InputStream in = RequirementsTest.class.getResourceAsStream("/requirements.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        String[] words = line.split(" ", 2);
        if (words.length == 2) {
          texts.put(words[0], words[1]);
        }
      }
    }
    return texts;
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(RequirementsTest.class.getResource("/").toURI());
  }

  private static List<Class<?>> testClasses() throws Exception {
    Path root = classes();
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("org/drover/wps/it"))) {
      for (Path file : files.filter(it -> it.toString().matches(".*(IT|Test)\\.class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.');
        types.add(
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                RequirementsTest.class.getClassLoader()));
      }
    }
    return types;
  }

  private static void write(Map<String, String> texts, Map<String, List<String>> tests)
      throws IOException, URISyntaxException {
    StringBuilder table = new StringBuilder("| requirement | | tests |\n|---|---|---|\n");
    texts.forEach(
        (id, text) ->
            table.append(
                "| %s | %s | %s |%n".formatted(id, text, String.join("<br>", tests.get(id)))));
    Files.writeString(classes().resolveSibling("wps10-requirements.md"), table);
  }
}
