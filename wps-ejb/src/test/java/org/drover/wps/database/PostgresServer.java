package org.drover.wps.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.job.JobFolders;

/**
 * A PostgreSQL server of the tests' own: made of the system's binaries in a temporary folder,
 * started once, and stopped with the JVM. Run by root it runs as user postgres, as it must.
 */
final class PostgresServer {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String WHAT_TO_DO =
      "The tests need PostgreSQL: apt-get install postgresql (its server is not started).";

  private final Path bin = findBinaries();
  private final Path folder;
  private final int port;

  private PostgresServer() {
    try {
      folder = Files.createTempDirectory("drover-postgresql");
      port = freePort();
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PostgresServer shared() {
    return Holder.SERVER;
  }

  /** Address of a database of the server; everybody on this machine may connect as postgres. */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static final class Holder {
    static final PostgresServer SERVER = new PostgresServer();
  }

  private void start() throws IOException {
    if (isRoot()) {
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    run("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    String options =
        "-c fsync=off -c listen_addresses=127.0.0.1 -c max_connections=200 -p "
            + port
            + " -k "
            + folder;
    run(
        "pg_ctl",
        "-D",
        data(),
        "-l",
        folder.resolve("log").toString(),
        "-w",
        "-o",
        options,
        "start");
  }

  private void stop() {
    run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    JobFolders.remove(folder);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      Path log = Files.createTempFile("drover-postgresql", ".log");
      int code =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      String said = Files.readString(log, StandardCharsets.UTF_8);
      Files.delete(log);
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Path findBinaries() {
    if (!Files.isDirectory(VERSIONS)) {
      throw new IllegalStateException(WHAT_TO_DO);
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(it -> it.resolve("bin"))
          .filter(it -> Files.isExecutable(it.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow(() -> new IllegalStateException(WHAT_TO_DO));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
