package org.drover.wps.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.IdleBackend;
import org.drover.wps.backend.sandbox.HostSandbox;
import org.drover.wps.process.registry.Offering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  @TempDir Path folder;
  private final List<List<String>> told = new ArrayList<>();
  private final IdleBackend sandbox = new IdleBackend(HostSandbox.NAME);
  private final Commands commands =
      new Commands(new Backends(List.of(sandbox)), it -> told.add(titles(it)));
  private long time = 1_000;

  private static List<String> titles(List<Offering> offerings) {
    return offerings.stream()
        .map(it -> it.description().id() + " " + it.description().texts().title())
        .toList();
  }

  private void write(String file, String id, String title) throws IOException {
    write(file, id, title, "true");
  }

  private void write(String file, String id, String title, String program) throws IOException {
    put(
        file,
        String.join(
            "\n",
            "process: " + id,
            "version: '1'",
            "title: " + title,
            "outputs: {o: {title: O, type: string, stdout: true}}",
            "command: ['" + program + "']"));
  }

  private void put(String file, String text) throws IOException {
    Path path = Files.writeString(folder.resolve(file), text);
    time += 1_000;
    Files.setLastModifiedTime(path, FileTime.fromMillis(time));
  }

  private void look() {
    commands.look(List.of(folder));
  }

  @Test
  void filesAreOfferedChangedAndWithdrawn() throws Exception {
    look();
    write("a.yaml", "a", "First");
    write("b.yml", "b", "Second");
    look();
    look();
    write("a.yaml", "a", "Other");
    look();
    Files.delete(folder.resolve("b.yml"));
    look();
    assertThat(told)
        .containsExactly(
            List.of("a First", "b Second"), List.of("a Other", "b Second"), List.of("a Other"));
  }

  @Test
  void aBrokenFileChangesNothing() throws Exception {
    write("a.yaml", "a", "First");
    look();
    put("a.yaml", "process: a\n");
    put("b.yaml", "[");
    write("c.yaml", "c", "Third");
    look();
    assertThat(told).containsExactly(List.of("a First"), List.of("a First", "c Third"));
    assertThat(commands.report().offered()).containsExactly("a", "c");
    assertThat(commands.report().problems())
        .hasSize(2)
        .anySatisfy(it -> assertThat(it).startsWith("a.yaml, line 1"))
        .anySatisfy(it -> assertThat(it).startsWith("b.yaml, line 1"));
  }

  @Test
  void aProcessWithoutItsProgramIsNotOffered() throws Exception {
    write("a.yaml", "a", "First", "no-such-program-here");
    write("b.yaml", "b", "Second");
    look();
    assertThat(told).containsExactly(List.of("b Second"));
    assertThat(commands.report().problems())
        .containsExactly("a.yaml: the program no-such-program-here is missing");
  }

  @Test
  void anIdentifierIsOfferedOnce() throws Exception {
    write("a.yaml", "same", "First");
    write("b.yaml", "same", "Second");
    look();
    assertThat(told).containsExactly(List.of("same First"));
  }

  @Test
  void withoutASandboxNothingIsOffered() throws Exception {
    sandbox.problem(Optional.of("There is no sandbox."));
    write("a.yaml", "a", "First");
    look();
    sandbox.problem(Optional.empty());
    look();
    assertThat(told).containsExactly(List.of("a First"));
  }

  @Test
  void otherFilesAreLeftAlone() throws Exception {
    write("README.md", "a", "First");
    write(".hidden.yaml", "b", "Second");
    look();
    commands.look(List.of(folder.resolve("missing")));
    assertThat(told).isEmpty();
  }
}
