package org.drover.wps.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real engine of this machine, which its script in {@code dev} starts and stops. */
public final class DevEngine implements AutoCloseable {

  private static final String HOST = "drover.container.host=";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SGE_ROOT", "/var/lib/gridengine", "SGE_CELL", "default");

  private final Path script;
  private final String said;

  /**
   * Starts it.
   *
   * @param root of the source tree
   * @param name of the script
   */
  public DevEngine(Path root, String name) throws IOException {
    this.script = root.resolve("dev").resolve(name);
    this.said = call("up");
  }

  public String name() {
    return script.getFileName().toString();
  }

  /** The socket of an engine of containers. */
  public Optional<String> host() {
    return said.lines()
        .filter(it -> it.startsWith(HOST))
        .map(it -> it.substring(HOST.length()))
        .findFirst();
  }

  private String call(String command) throws IOException {
    return run(script.toString(), command, "--for", Long.toString(ProcessHandle.current().pid()));
  }

  /** Runs a command to its end, and gives what it said. */
  public static String run(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(ENVIRONMENT);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(List.of(command) + " failed: " + out);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(Arrays.toString(command), e);
    }
    return out;
  }

  @Override
  public void close() throws IOException {
    call("down");
  }
}
