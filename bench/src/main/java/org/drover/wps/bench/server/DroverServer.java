package org.drover.wps.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Drover, started as everybody starts it, on a fresh data folder and with W deployed beside it. */
public final class DroverServer implements AutoCloseable {

  private static final int HTTP = 8080;
  private static final long PATIENCE_MILLIS = 60_000;

  private final ProcessBuilder builder;
  private final Path data;
  private final InetSocketAddress address;
  private Process launcher;

  private DroverServer(ProcessBuilder builder, Path data, InetSocketAddress address) {
    this.builder = builder;
    this.data = data;
    this.address = address;
  }

  /**
   * Starts it and waits until both answer.
   *
   * @param root of the source tree
   * @param database as {@code --postgres} takes it, or empty for the embedded one
   * @param settings further options of {@code ./drover run}
   */
  public static DroverServer start(
      Path root, int offset, String sizing, Optional<String> database, List<String> settings)
      throws IOException {
    Path data = root.resolve(".drover/bench");
    Folders.remove(data);
    Path deployments = Files.createDirectories(data.resolve("server/deployments"));
    Files.copy(
        root.resolve("bench/target/w.war"),
        deployments.resolve("w.war"),
        StandardCopyOption.REPLACE_EXISTING);
    List<String> command = command(root, data, offset, database);
    command.addAll(settings);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JBOSS_JAVA_SIZING", sizing);
    builder.redirectErrorStream(true);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), HTTP + offset);
    DroverServer server = new DroverServer(builder, data, address);
    server.launch();
    return server;
  }

  private void launch() throws IOException {
    launcher = builder.start();
    try {
      awaitDrover();
      awaitCeiling();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Kills the server, as a crash does, and starts it again on what it has left. */
  public void crashAndStart() throws IOException {
    ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
    try {
      launcher.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    launch();
  }

  private static List<String> command(Path root, Path data, int offset, Optional<String> database) {
    List<String> command =
        new ArrayList<>(
            List.of(
                root.resolve("drover").toString(),
                "run",
                "--data",
                data.toString(),
                "--port-offset",
                Integer.toString(offset),
                "--node",
                "bench",
                "-Ddrover.reuse=false")); // runs are measured
    database.ifPresent(
        it -> command.addAll(List.of("--postgres", it, "--user", "drover", "--password", "-")));
    return command;
  }

  private void awaitDrover() throws IOException {
    BufferedReader said = launcher.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      if (line.startsWith("Drover is running")) {
        return;
      }
    }
    throw new IOException("Drover did not start:\n" + String.join("\n", lines));
  }

  private void awaitCeiling() throws IOException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!new Http(address).answers("/w/constant?bytes=1")) {
      if (System.currentTimeMillis() > end) {
        throw new IOException("W does not answer; see " + data.resolve("server/log/server.log"));
      }
      Pause.milliseconds(200);
    }
  }

  public InetSocketAddress address() {
    return address;
  }

  public Http http() {
    return new Http(address);
  }

  /** The server's own process. */
  public long pid() throws IOException {
    return Long.parseLong(Files.readString(data.resolve("server.pid")).trim());
  }

  @Override
  public void close() throws IOException {
    // Process.destroy would also close the pipe that the launcher says its last words into
    launcher.toHandle().destroy();
    try {
      if (!launcher.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        launcher.destroyForcibly();
        throw new IOException("Drover did not stop; its process id is " + pid());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Folders.remove(data.resolve("drover"));
  }
}
