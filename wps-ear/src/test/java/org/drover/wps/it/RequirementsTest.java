package org.drover.wps.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every numbered requirement has a test, or a reason why it is not offered, and {@code
 * docs/conformance.md} tells which.
 */
class RequirementsTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "conformance.md");

  /** What the test writes, to be taken over when requirements or tests change. */
  private static final Path GENERATED = Path.of("target", "conformance.md");

  @Test
  void everyRequirementHasATestAndTheDocumentTellsIt() throws Exception {
    List<Requirement> requirements = requirements();
    Map<String, List<String>> tests = tests();
    String document = ConformanceDocument.of(requirements, tests);
    Files.writeString(GENERATED, document);

    assertThat(requirements).extracting(Requirement::id).containsAll(tests.keySet());
    assertThat(requirements)
        .as("offered and tested, or neither")
        .allSatisfy(
            it -> assertThat(tests.containsKey(it.id())).as(it.id()).isEqualTo(it.isOffered()));
    assertThat(document)
        .as("copy wps-ear/%s to docs/conformance.md", GENERATED)
        .isEqualTo(Files.readString(DOCUMENT));
  }

  private static List<Requirement> requirements() throws IOException {
    try (InputStream in = RequirementsTest.class.getResourceAsStream("/requirements.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Requirement::of)
          .toList();
    }
  }

  private static Map<String, List<String>> tests() throws Exception {
    Map<String, List<String>> tests = new TreeMap<>();
    for (Class<?> type : testClasses()) {
      for (Method method : type.getDeclaredMethods()) {
        Holds holds = method.getAnnotation(Holds.class);
        for (String id : holds == null ? new String[0] : holds.value()) {
          tests.computeIfAbsent(id, key -> new ArrayList<>()).add(name(type, method));
        }
      }
    }
    tests.values().forEach(names -> names.sort(null));
    return tests;
  }

  private static String name(Class<?> type, Method method) {
    String room = type.getPackageName().replaceFirst(".*\\.", "");
    return room + "." + type.getSimpleName() + "." + method.getName();
  }

  private static List<Class<?>> testClasses() throws Exception {
    Path root = Path.of(RequirementsTest.class.getResource("/").toURI());
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
}
