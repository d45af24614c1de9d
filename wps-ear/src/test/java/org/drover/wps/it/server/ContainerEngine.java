package org.drover.wps.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Podman of its own, which {@code dev/podman} starts and stops; it has the worker image. */
public final class ContainerEngine implements AutoCloseable {

  /** Image with a shell that the engine has. */
  public static final String IMAGE = "localhost/drover/worker:1";

  private static final Path SCRIPT = Path.of("..", "dev", "podman").toAbsolutePath().normalize();
  private static final String SETTING = "drover.container.host=";
  private static final long LIMIT_MINUTES = 5;

  private final Path folder;
  private final String host;

  private ContainerEngine(Path folder) {
    this.folder = folder;
    this.host =
        run("up")
            .lines()
            .filter(it -> it.startsWith(SETTING))
            .map(it -> it.substring(SETTING.length()))
            .findFirst()
            .orElseThrow();
  }

  /** Starts one, with its files in a folder. */
  public static ContainerEngine start(Path folder) {
    return new ContainerEngine(folder.toAbsolutePath());
  }

  /** The socket it is asked at, as the setting {@code drover.container.host} has it. */
  public String host() {
    return host;
  }

  @Override
  public void close() {
    run("down");
  }

  private String run(String command) {
    try {
      Files.createDirectories(folder);
      Path said = folder.resolveSibling(folder.getFileName() + "-" + command + ".log");
      Path out = folder.resolveSibling(folder.getFileName() + "-" + command + ".out");
      Process process =
          new ProcessBuilder(SCRIPT.toString(), command, folder.toString())
              .redirectError(said.toFile())
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      assertThat(ended && process.exitValue() == 0)
          .as("dev/podman %s said: %s", command, Files.readString(said))
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
