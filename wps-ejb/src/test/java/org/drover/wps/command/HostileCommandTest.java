package org.drover.wps.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.sandbox.HostSandbox;
import org.drover.wps.process.Execution;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs and clients that mean harm, or do not know better, and what the owner is told. */
class HostileCommandTest {

  private static final HostSandbox SANDBOX = new HostSandbox();

  @TempDir Path folder;

  @BeforeAll
  static void prepare() {
    SANDBOX.prepare();
  }

  private Map<String, Object> run(String script, String word) throws Exception {
    return run(script, Map.of("word", List.of(word)), Execution.none());
  }

  private Map<String, Object> run(
      String script, Map<String, List<Object>> inputs, Execution execution) throws Exception {
    Files.writeString(folder.resolve("script.sh"), script);
    Path file =
        Files.writeString(
            folder.resolve("hostile.yaml"),
            """
            process: hostile
            version: 1.0.0
            title: Hostile
            scripts: [script.sh]
            inputs:
              word: {title: Word, type: string, optional: true}
              data: {title: Data, formats: [{type: text/plain}], optional: true}
            outputs:
              result: {title: Result, formats: [{type: application/json}], file: result.json}
              number: {title: Number, type: int, file: number.txt, optional: true}
            command:
              - sh
              - "{script.script.sh}"
              - {when: word, arguments: ["{word}"]}
              - {when: data, arguments: ["{data.path}"]}
            limits: {memory-megabytes: 200, processes: 20, time: PT2S, file-megabytes: 5, folder-megabytes: 10}
            """);
    return new CommandProcess(CommandReader.read(file), new Backends(List.of(SANDBOX)))
        .run(inputs, execution);
  }

  @Test
  void aValueIsOneArgumentWhateverItSays() throws Exception {
    String word = "a'b\"c $(id) ; rm -rf . \\ `id` * ~ | >x ../../etc/passwd %s {word}";
    Map<String, Object> made =
        run(
            "printf '{\"n\": %s, \"w\": \"%s\"}' $# \"$(printf %s \"$1\" | md5sum)\" > result.json",
            word);
    assertThat(
            new String(
                ((ComplexData) made.get("result")).open().readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("{\"n\": 1,")
        .contains(md5(word));
  }

  private static String md5(String text) throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("MD5")
            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return java.util.HexFormat.of().formatHex(digest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output=/etc/passwd", "-x", "a\nb", "a\u0000b", "a\rb", "a\u001bb"})
  void aValueThatWouldBeMoreIsRefused(String word) {
    assertThatThrownBy(() -> run("echo {} > result.json", word))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("word"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ln -s /etc/passwd result.json|plain file",
        "ln -s ../logs/stderr result.json|plain file",
        "mkdir result.json|plain file",
        "mkfifo result.json|plain file",
        "true|no output 'result'",
        "echo text > result.json|is not application/json",
        "echo {} > result.json; echo many > number.txt|is no int",
        "echo {} > result.json; ln -s /etc/passwd number.txt|plain file",
        "echo bad news >&2; exit 9|exit code 9. It said: bad news",
        "kill -ABRT $$|signal 6",
        "kill -KILL $$|signal 9",
        "sleep 600|2 s",
        "head -c 9000000 /dev/zero > x|5 MB",
        "python3 -c 'x = bytearray(400000000)'|200 MB of memory",
        "for i in 1 2 3 4 5 6 7 8; do head -c 4000000 /dev/zero > $i; done; echo {} > result.json; sleep 5|10 MB",
        "for i in $(seq 40); do sleep 9 & done; exit 1|20 processes",
        "echo x > /usr/bin/x|exit code 2",
        "no-such-command-at-all|not found"
      })
  void theOwnerIsToldWhy(String script, String told) {
    assertThatThrownBy(() -> run(script, Map.of(), Execution.none()))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining(told);
  }

  @Test
  void theNetworkIsNotThere() {
    assertThatThrownBy(
            () ->
                run(
                    "python3 -c 'import socket; socket.create_connection((\"192.0.2.1\", 80), 2)'",
                    Map.of(),
                    Execution.none()))
        .hasMessageContaining("unreachable");
  }

  @Test
  void anInputStaysAsItIs() throws Exception {
    Path input = Files.writeString(folder.resolve("input.txt"), "kept");
    run(
        "echo changed > $1; rm -f $1; echo {} > result.json",
        Map.of("data", List.of(ComplexData.of(Format.TEXT, input))),
        Execution.none());
    assertThat(input).hasContent("kept");
  }

  @Test
  void aStoppedJobStopsItsProgram() {
    assertThatThrownBy(() -> run("sleep 600", Map.of(), new Stopped(folder)))
        .isInstanceOf(StoppedException.class);
  }

  private record Stopped(Path scratch) implements Execution {
    @Override
    public void progress(double percent, String message) {}

    @Override
    public void checkStopped() {
      throw new StoppedException("The job was paused.");
    }
  }
}
