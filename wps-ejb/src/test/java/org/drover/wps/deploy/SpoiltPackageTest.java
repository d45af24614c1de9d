package org.drover.wps.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent is taken or refused with a sentence. What is sent follows from a seed. */
class SpoiltPackageTest {

  private static final long SEED = 20_261_122;
  private static final int MUTATIONS = 1500;
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "'",
          "\n",
          "\n  ",
          "null",
          "-1",
          "1e999",
          "\u0000",
          "$(inputs.a)",
          "\\u0000",
          "&a",
          "*a",
          "!!java.net.URL",
          "|",
          "true",
          "\uD800",
          "x:",
          "{}",
          "[]",
          "\t",
          "<<",
          "9999999999999999999999",
          "ä");
  private static final List<String> GOOD =
      List.of(
          """
          cwlVersion: v1.2
          $graph:
          - class: CommandLineTool
            id: a
            label: b
            requirements: {DockerRequirement: {dockerPull: debian}, ResourceRequirement: {ramMin: 9}}
            baseCommand: [c]
            arguments: [-x, {prefix: -y, valueFrom: "$(inputs.d)"}]
            inputs: {d: {type: int, default: 3}, e: {type: "File[]", inputBinding: {itemSeparator: ","}}}
            outputs: [{id: f, type: File, outputBinding: {glob: g.txt}}, {id: h, type: stdout}]
          """,
          """
          {"processDescription": {"id": "a", "version": "1", "inputs": {"b": {"title": "B",
           "schema": {"type": "integer", "default": 3}}, "c": {"schema": {"oneOf": [{"type": "object"},
           {"contentMediaType": "text/plain"}]}}}, "outputs": {"d": {"schema": {"type": "object"}}}},
           "executionUnit": {"type": "docker", "image": "debian", "config": {"cpuMax": 1},
           "command": ["e", "{b}", {"when": "c", "arguments": ["{c.path}"]}]}}
          """,
          """
          {"executionUnit": {"mediaType": "application/cwl", "value": "cwlVersion: v1.2\\nclass: X"}}
          """,
          """
          process: a
          version: 1.0.0
          title: A
          image: debian
          keep: P1D
          limits: {time: PT1M, memory-megabytes: 100}
          outputs: {b: {title: B, type: string, stdout: true}}
          command: ["c"]
          """);

  private final Random random = new Random(SEED);
  private final Checks checks = new Checks(href -> "process: a");

  @Test
  void nothingButARefusalIsThrown() {
    int taken = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = spoilt(GOOD.get(i % GOOD.size()));
      String type =
          List.of(Checks.CWL, Checks.OGC, Checks.OGC, Checks.COMMAND).get(i % GOOD.size());
      try {
        checks.check(type, text, Optional.empty());
        taken++;
      } catch (PackageRefusedException e) {
        assertThat(e.getMessage()).as(text).isNotBlank().doesNotContain("Exception");
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(type + " makes trouble:\n" + text, e);
      }
    }
    assertThat(taken).isPositive();
  }

  private String spoilt(String good) {
    StringBuilder text = new StringBuilder(good);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(at, Math.max(end, at + 1));
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.insert(at, text.substring(at, end));
      }
      if (text.isEmpty()) {
        text.append('x');
      }
    }
    return text.toString();
  }
}
