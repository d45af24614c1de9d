package org.drover.wps.backend.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real engine below the build's folder, started and stopped by a script of {@code dev}. */
final class DevEngine {

  private static final long LIMIT_MINUTES = 5;
  private static final Path MOUNTS = Path.of("/proc/self/mounts");

  private final Path script;
  private final String program;
  private final Path folder;

  /**
   * @param name of the script, which is that of the engine
   * @param program the engine's daemon
   */
  DevEngine(String name, String program) {
    this.script = Path.of("..", "dev", name).toAbsolutePath().normalize();
    this.program = program;
    this.folder = Path.of("target", name).toAbsolutePath();
  }

  String host() {
    return "unix://" + folder.resolve(script.getFileName() + ".sock");
  }

  void up() throws IOException {
    run("up");
  }

  /** Ends it with all its containers, and makes sure that nothing is left. */
  void down() throws IOException {
    run("down");
    assertThat(processes(".*")).isEmpty();
    assertThat(Files.readString(MOUNTS)).doesNotContain(folder.toString());
  }

  /** Ends the daemon alone, as the kernel does when there is no memory left. */
  void kill() {
    processes(program).forEach(ProcessHandle::destroyForcibly);
  }

  /** Lets the daemon be there and not answer. */
  void hang(boolean still) throws IOException {
    for (ProcessHandle each : processes(program)) {
      await(new ProcessBuilder("kill", still ? "-STOP" : "-CONT", Long.toString(each.pid())));
    }
  }

  /** What the machine's sudden end does to daemon, shims and containers. */
  void crash(long container) {
    processes(".*").forEach(ProcessHandle::destroyForcibly);
    ProcessHandle.of(container).ifPresent(ProcessHandle::destroyForcibly);
  }

  private List<ProcessHandle> processes(String programs) {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().filter(this::isOurs).isPresent())
        .filter(
            it ->
                Path.of(it.info().command().orElse("none"))
                    .getFileName()
                    .toString()
                    .matches(programs))
        .toList();
  }

  private boolean isOurs(String commandLine) {
    return commandLine.contains(folder + "/");
  }

  private void run(String command) throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolveSibling(script.getFileName() + "-" + command + ".log");
    int code =
        await(
            new ProcessBuilder(script.toString(), command, folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
    assertThat(code).as("dev/%s %s said: %s", program, command, Files.readString(log)).isZero();
  }

  private static int await(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    try {
      assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
