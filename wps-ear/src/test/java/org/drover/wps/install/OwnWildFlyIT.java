package org.drover.wps.install;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of docs/install.md, taken on a WildFly as it is downloaded. */
@Tag("any-database")
class OwnWildFlyIT {

  private static final Path WILDFLY = Path.of(System.getProperty("drover.own.wildfly"));
  private static final Path INSTALL = Path.of(System.getProperty("drover.install.folder"));
  private static final Path EAR = Path.of(System.getProperty("drover.ear"));

  @TempDir Path work;
  private Process server;

  @AfterEach
  void stopServer() throws InterruptedException {
    if (server != null) {
      server.descendants().forEach(ProcessHandle::destroy);
      if (!server.waitFor(60, TimeUnit.SECONDS)) {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  @Test
  void aWildFlyPreparedByTheScriptServesTheEar() throws Exception {
    String configuration = Files.readString(configuration());
    try {
      prepare();
      String once = Files.readString(configuration());
      prepare();
      assertThat(Files.readString(configuration()))
          .as("a second run changes nothing")
          .isEqualTo(once)
          .isNotEqualTo(configuration);

      Path base = Files.createDirectories(work.resolve("base/configuration")).getParent();
      Files.copy(configuration(), base.resolve("configuration/standalone.xml"));
      Files.copy(EAR, Files.createDirectories(base.resolve("deployments")).resolve("drover.ear"));
      int port = start(base);

      await()
          .atMost(Duration.ofMinutes(4))
          .ignoreExceptionsInstanceOf(IOException.class)
          .untilAsserted(
              () -> {
                assertThat(server.isAlive()).isTrue();
                assertThat(capabilities(port)).contains("<wps:Capabilities");
              });
    } finally {
      Files.writeString(configuration(), configuration);
    }
  }

  private static Path configuration() {
    return WILDFLY.resolve("standalone/configuration/standalone.xml");
  }

  private void prepare() throws Exception {
    Process cli =
        wildfly("jboss-cli.sh", List.of("--file=drover-install.cli"), "install.log")
            .directory(INSTALL.toFile())
            .start();
    assertThat(cli.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(cli.exitValue()).as(Files.readString(work.resolve("install.log"))).isZero();
  }

  private int start(Path base) throws IOException {
    int offset = freeOffset();
    Files.copy(
        WILDFLY.resolve("standalone/configuration/logging.properties"),
        base.resolve("configuration/logging.properties"));
    for (String users : List.of("application-users", "application-roles", "mgmt-users")) {
      Files.createFile(base.resolve("configuration").resolve(users + ".properties"));
    }
    Files.createFile(base.resolve("configuration/mgmt-groups.properties"));
    server =
        wildfly(
                "standalone.sh",
                List.of(
                    "-Djboss.server.base.dir=" + base,
                    "-Djboss.socket.binding.port-offset=" + offset),
                "server.log")
            .start();
    return 8080 + offset;
  }

  private ProcessBuilder wildfly(String script, List<String> arguments, String log) {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, WILDFLY.resolve("bin").resolve(script).toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JBOSS_HOME", WILDFLY.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectOutput(work.resolve(log).toFile());
  }

  private static int freeOffset() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return 1000 + socket.getLocalPort() % 20_000;
    }
  }

  private static String capabilities(int port) throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://localhost:"
                + port
                + "/wps/1.0.0?service=WPS&request=GetCapabilities&AcceptVersions=1.0.0");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(), ofString())
        .body();
  }
}
