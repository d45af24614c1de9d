package org.drover.wps.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real engine, which its script in {@code dev} starts and stops. */
public final class RealEngine implements AutoCloseable {

  /** Image with a shell and Java that engines of containers have. */
  public static final String IMAGE = "localhost/drover/worker:1";

  private static final Path SCRIPTS = Path.of("..", "dev").toAbsolutePath().normalize();
  private static final String HOST = "drover.container.host=";
  private static final long LIMIT_MINUTES = 10;

  private final String name;
  private final Path logs;
  private final List<String> place;
  private final String said;

  private RealEngine(String name, Path logs, List<String> place) {
    this.name = name;
    this.logs = logs;
    this.place = place;
    this.said = run("up");
  }

  /**
   * Starts an engine of containers that is ours alone.
   *
   * @param name {@code docker} or {@code podman}
   * @param folder for its files
   */
  public static RealEngine ofContainers(String name, Path folder) {
    Path own = folder.toAbsolutePath();
    return new RealEngine(name, own.getParent(), List.of(own.toString()));
  }

  /**
   * Starts a scheduler, unless it runs: a machine has one, for all tests that need it.
   *
   * @param name {@code slurm} or {@code gridengine}
   * @param logs folder for what the script says
   */
  public static RealEngine scheduler(String name, Path logs) {
    String holder = Long.toString(ProcessHandle.current().pid());
    return new RealEngine(name, logs.toAbsolutePath(), List.of("--for", holder));
  }

  /** The socket it is asked at, as the setting {@code drover.container.host} has it. */
  public String host() {
    return said.lines()
        .filter(it -> it.startsWith(HOST))
        .map(it -> it.substring(HOST.length()))
        .findFirst()
        .orElseThrow();
  }

  /** Stops an engine of containers in its tracks: it is there, and does not answer. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String signal) {
    try {
      ask("kill", "-" + signal, Files.readString(Path.of(place.get(0), name + ".pid")).trim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an engine of containers has of ours, ended or not, as it tells it. */
  public String containers() {
    return ask(
        "curl",
        "-sfG",
        "--unix-socket",
        host().replace("unix://", ""),
        "http://engine/containers/json?all=1",
        "--data-urlencode",
        "filters={\"name\":[\"drover-\"]}");
  }

  private static String ask(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said.trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run("down");
  }

  private String run(String command) {
    List<String> arguments = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString(), command));
    arguments.addAll(place);
    try {
      Files.createDirectories(logs);
      Path errors = logs.resolve(name + "-" + command + ".log");
      Path out = logs.resolve(name + "-" + command + ".out");
      Process process =
          new ProcessBuilder(arguments)
              .redirectError(errors.toFile())
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      assertThat(ended && process.exitValue() == 0)
          .as("dev/%s %s said: %s", name, command, Files.readString(errors))
          .isTrue();
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
