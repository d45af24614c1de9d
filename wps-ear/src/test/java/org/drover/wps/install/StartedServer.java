package org.drover.wps.install;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server started by the script in its bin folder, as administrators start it. */
final class StartedServer implements AutoCloseable {

  private final Process process;
  private final int port;

  private StartedServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it on free ports.
   *
   * @param home of WildFly
   * @param log takes what it prints
   * @param options further options of the script
   */
  static StartedServer start(Path home, Path log, List<String> options) throws IOException {
    int offset = freeOffset();
    List<String> arguments = new ArrayList<>(options);
    arguments.add("-Djboss.socket.binding.port-offset=" + offset);
    return new StartedServer(script(home, "standalone.sh", arguments, log).start(), 8080 + offset);
  }

  /** A script in the bin folder, to be run. */
  static ProcessBuilder script(Path home, String name, List<String> arguments, Path log) {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, home.resolve("bin").resolve(name).toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JBOSS_HOME", home.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectOutput(log.toFile());
  }

  private static int freeOffset() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return 1000 + socket.getLocalPort() % 20_000;
    }
  }

  /** Waits until the service tells its capabilities. */
  void awaitService() {
    await()
        .atMost(Duration.ofMinutes(4))
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () -> {
              assertThat(process.isAlive()).isTrue();
              assertThat(ask("request=GetCapabilities&AcceptVersions=1.0.0"))
                  .contains("<wps:Capabilities");
            });
  }

  /** What the service answers to a query. */
  String ask(String query) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/wps/1.0.0?service=WPS&" + query);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(), ofString())
        .body();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
