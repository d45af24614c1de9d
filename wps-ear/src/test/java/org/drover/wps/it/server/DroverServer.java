package org.drover.wps.it.server;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The provisioned server with the built EAR as a process of its own, started with the command line
 * of {@code ./drover run}. Its data folder and database outlive its process, so that it can be
 * killed and started again.
 */
public final class DroverServer implements AutoCloseable {

  private static final Path HOME = Path.of(System.getProperty("drover.server.home"));
  private static final Path EAR = Path.of(System.getProperty("drover.ear"));
  private static final int FIRST_OFFSET = Integer.getInteger("drover.test.port-offset", 400);
  private static final int OFFSETS = 100;

  /** No two servers get the same, also while neither has been started. */

  /** Test runs that begin together do not ask for the same ports. */
  private static final AtomicInteger TRIED =
      new AtomicInteger((int) (ProcessHandle.current().pid() % OFFSETS));

  /** A server of a test is stopped before it could make up for the time optimising takes. */
  private static final String QUICK = " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final String PASSWORD = "administrator";
  private static final String PASSWORD_ENTRY = UserEntry.of("ManagementRealm", "admin", PASSWORD);

  private final Path folder;
  private final int offset;
  private final Map<String, String> environment;
  private final Map<String, String> settings;
  private final String heap;
  private final String node;
  private final Path data;
  private Process process;

  private DroverServer(
      Path folder,
      int offset,
      Map<String, String> environment,
      Map<String, String> settings,
      String heap,
      Optional<DroverServer> first) {
    this.folder = folder;
    this.offset = offset;
    this.environment = environment;
    this.settings = new LinkedHashMap<>(Map.of("drover.reuse", "false")); // tests are of runs
    this.settings.putAll(settings);
    this.heap = heap;
    this.node = first.map(it -> it.node + "-" + folder.getFileName()).orElse("whole");
    this.data = first.map(DroverServer::data).orElse(folder.resolve("drover"));
  }

  /** A server not yet started, on the database of this run. */
  public static DroverServer create(Path folder, Map<String, String> settings) {
    return create(folder, settings, "1g");
  }

  /**
   * A server not yet started, on the database of this run.
   *
   * @param heap limit of the Java heap, such as {@code 512m}
   */
  public static DroverServer create(Path folder, Map<String, String> settings, String heap) {
    try {
      removeAll(folder);
      Path data = Files.createDirectories(folder).toRealPath();
      DroverServer server =
          new DroverServer(
              data,
              freeOffset(),
              Database.ofThisRun().environment(),
              settings,
              heap,
              Optional.empty());
      server.prepare();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another node, not yet started, that shares jobs and files with this one. */
  public DroverServer beside(Path otherFolder) {
    try {
      removeAll(otherFolder);
      DroverServer other =
          new DroverServer(
              Files.createDirectories(otherFolder).toRealPath(),
              freeOffset(),
              environment,
              settings,
              heap,
              Optional.of(this));
      other.prepare();
      return other;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an earlier run of the tests left. */
  private static void removeAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
      }
    }
  }

  private static int freeOffset() {
    for (int i = 0; i < OFFSETS; i++) {
      int offset = FIRST_OFFSET + TRIED.getAndIncrement() % OFFSETS;
      if (isFree(8080 + offset) && isFree(9990 + offset)) {
        return offset;
      }
    }
    throw new IllegalStateException("no free ports");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false; // taken
    }
  }

  private void prepare() throws IOException {
    Path configuration = Files.createDirectories(configuration());
    Path from = HOME.resolve("standalone/configuration");
    for (String file : List.of("standalone.xml", "logging.properties")) {
      Files.copy(from.resolve(file), configuration.resolve(file));
    }
    Files.createDirectories(folder.resolve("server/log"));
    Files.createDirectories(folder.resolve("server/deployments"));
    Files.writeString(
        configuration.resolve("mgmt-users.properties"),
        "#$REALM_NAME=ManagementRealm$\n" + PASSWORD_ENTRY + "\n");
    Files.writeString(configuration.resolve("mgmt-groups.properties"), "admin=\n");
    Files.createFile(configuration.resolve("application-users.properties"));
    Files.createFile(configuration.resolve("application-roles.properties"));
  }

  /** The folder of {@code standalone.xml}, of the users of the service and of the access rules. */
  public Path configuration() {
    return folder.resolve("server/configuration");
  }

  /** Makes users of the service as {@code ./drover add-user} does, each with the same roles. */
  public void addUsers(String password, String roles, String... names) {
    StringBuilder users = new StringBuilder();
    StringBuilder groups = new StringBuilder();
    for (String name : names) {
      users.append(UserEntry.of("ApplicationRealm", name, password)).append('\n');
      groups.append(name).append('=').append(roles).append('\n');
    }
    append("application-roles.properties", groups);
    append("application-users.properties", users);
  }

  private void append(String file, CharSequence text) {
    try {
      Files.writeString(configuration().resolve(file), text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a setting from the next start on. */
  public DroverServer set(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** Starts the process and waits until the service answers. */
  public DroverServer start() {
    launch();
    awaitReady();
    return this;
  }

  /** Starts the process. */
  public void launch() {
    List<String> command = new ArrayList<>(List.of("setsid", HOME + "/bin/standalone.sh"));
    command.add("-Djboss.socket.binding.port-offset=" + offset);
    command.add("-Djboss.bind.address=127.0.0.1");
    command.add("-Djboss.node.name=" + node);
    command.add("-Ddrover.data=" + data());
    command.add("-Ddrover.home=" + EAR.getParent());
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> env = builder.environment();
    env.put("JAVA_HOME", System.getProperty("java.home"));
    env.put("JBOSS_HOME", HOME.toString());
    env.put("JBOSS_BASE_DIR", folder.resolve("server").toString());
    env.put("JBOSS_PIDFILE", "server.pid");
    env.put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
    env.put("NOPROMPT", "1");
    env.put("JBOSS_JAVA_SIZING", "-Xms128m -Xmx" + heap + " -XX:MaxMetaspaceSize=512m" + QUICK);
    env.putAll(environment);
    try {
      Files.deleteIfExists(folder.resolve("server.pid"));
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** Waits until the service answers. */
  public void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(250))
        .failFast("the server ended; see " + console(), () -> !process.isAlive())
        .until(this::answers);
  }

  private boolean answers() {
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve("/wps?service=WPS&request=GetCapabilities"))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Its name among those that share jobs. */
  public String node() {
    return node;
  }

  /** JDBC address of its database, if that is a server of its own. */
  public Optional<String> databaseUrl() {
    return Optional.ofNullable(environment.get("DROVER_DB_URL"));
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Where the service is, such as {@code http://127.0.0.1:8480}. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + (8080 + offset));
  }

  /** The HTTP address of the management interface. */
  public URI management() {
    return URI.create("http://127.0.0.1:" + (9990 + offset));
  }

  public Management admin() {
    return new Management(management(), "admin", PASSWORD);
  }

  /** The folder with the files of jobs. */
  public Path data() {
    return data;
  }

  /** The folder whose archives the server deploys. */
  public Path deployments() {
    return folder.resolve("server/deployments");
  }

  public Path log() {
    return folder.resolve("server/log/server.log");
  }

  private Path console() {
    return folder.resolve("server/log/console.log");
  }

  /** Ends all of its processes at once, without a chance to tidy up. */
  public void kill() {
    if (process != null) {
      signal("KILL", -process.pid());
      awaitEnd(30);
    }
  }

  /** Asks it to end, as Ctrl-C and a service manager do, and waits. */
  public void terminate() {
    signal("TERM", java());
    awaitEnd(120);
  }

  /** Stops the process in its tracks. */
  public void pause() {
    signal("STOP", java());
  }

  public void proceed() {
    signal("CONT", java());
  }

  /** Lets no file grow beyond a number of bytes, as a full disk does. */
  public void limitFileSize(String bytes) {
    run("prlimit", "--pid", Long.toString(java()), "--fsize=" + bytes + ":unlimited");
  }

  private long java() {
    try {
      return Long.parseLong(Files.readString(folder.resolve("server.pid")).trim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void signal(String name, long target) {
    run("kill", "-" + name, "--", Long.toString(target));
  }

  private static void run(String... command) {
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd(long seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        signal("KILL", -process.pid());
        throw new IllegalStateException("the server did not end in " + seconds + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lines of the log that tell of errors. */
  public List<String> errors() {
    try (Stream<String> lines = Files.lines(log())) {
      return lines.filter(it -> it.contains(" ERROR ") || it.contains(" FATAL ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a line into the server's console log, so that a reader sees which test was on. */
  public void mark(String text) {
    try {
      Files.writeString(
          console(), "---- " + text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (isRunning()) {
      kill();
    }
  }
}
