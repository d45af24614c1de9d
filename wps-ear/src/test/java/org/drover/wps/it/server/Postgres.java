package org.drover.wps.it.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL cluster in a temporary folder, from the binaries of the Debian package. */
public final class Postgres {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private static Postgres started;

  private final Path folder;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private Postgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** The one cluster of this JVM, which ends with it. */
  public static synchronized Postgres shared() {
    if (started == null) {
      started = start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
    }
    return started;
  }

  private static Postgres start() {
    try {
      Postgres cluster = new Postgres(Files.createTempDirectory("drover-postgres"), freePort());
      if (ROOT) {
        run(List.of("chown", "postgres", cluster.folder.toString()));
      }
      cluster.command("initdb", "-A", "trust", "-U", "drover", "-D", cluster.folder + "/data");
      cluster.go();
      return cluster;
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not start", e);
    }
  }

  /** Starts it, after {@link #halt} as well. */
  public void go() {
    command(
        "pg_ctl",
        "-w",
        "-D",
        folder + "/data",
        "-l",
        folder + "/log",
        "-o",
        "-F -c listen_addresses=127.0.0.1 -c max_connections=200 -k " + folder + " -p " + port,
        "start");
  }

  /**
   * Stops it with what it keeps.
   *
   * @param mode of pg_ctl: {@code fast}, or {@code immediate} for what a crash leaves
   */
  public void halt(String mode) {
    command("pg_ctl", "-w", "-m", mode, "-D", folder + "/data", "stop");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** JDBC address of a new, empty database. */
  public String newDatabase() {
    String name = "drover" + databases.incrementAndGet();
    command("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "drover", name);
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  private void stop() {
    halt("immediate");
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(newest().resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static Path newest() {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .max(Comparator.comparingInt(it -> Integer.parseInt(it.getFileName().toString())))
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException("Install the Debian package postgresql for the tests.", e);
    }
  }

  private static void run(List<String> command) {
    try {
      Path output = Files.createTempFile("drover-command", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(command + " failed: " + Files.readString(output));
      }
      Files.delete(output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
