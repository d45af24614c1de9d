package org.drover.wps.it.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.AdminClient;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Command processes of files dropped into the folder of a running server. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class CommandIT {

  private static final Path SAMPLES = Path.of("..", "samples", "commands");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SLEEPER =
      """
      process: sleeper
      version: 1.0.0
      title: Sleeper
      outputs: {result: {title: Result, type: string, stdout: true}}
      command: [sleep, "98765"]
      """;

  private final WpsClient wps;
  private final DroverServer server;

  CommandIT(WpsClient wps, DroverServer server) {
    this.wps = wps;
    this.server = server;
  }

  @BeforeAll
  static void dropFiles(DroverServer server, WpsClient wps) throws IOException {
    Path folder = Files.createDirectories(folder(server));
    for (String each :
        List.of("gdal-hillshade.yaml", "number_statistics.py", "python-number-statistics.yaml")) {
      Files.copy(SAMPLES.resolve(each), folder.resolve(each), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve("sleeper.yaml"), SLEEPER);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                offered(wps)
                    .containsAll(List.of("gdal-hillshade", "python-number-statistics", "sleeper")));
  }

  @AfterAll
  static void removeFiles(DroverServer server, WpsClient wps) throws IOException {
    try (var files = Files.list(folder(server))) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    await().atMost(PATIENCE).until(() -> !offered(wps).contains("gdal-hillshade"));
  }

  private static Path folder(DroverServer server) {
    return server.configuration().resolve("commands");
  }

  private static Answer capabilities(WpsClient wps) {
    return wps.kvp("service", "WPS", "request", "GetCapabilities", "AcceptVersions", "1.0.0").ok();
  }

  private static List<String> offered(WpsClient wps) {
    return capabilities(wps).values("//wps:Process/ows:Identifier");
  }

  private int sequence() {
    return Integer.parseInt(capabilities(wps).value("/wps:Capabilities/@updateSequence"));
  }

  @Test
  void aFileIsOfferedChangedAndWithdrawnWhileTheServerRuns() throws IOException {
    int before = sequence();
    Path file = folder(server).resolve("guest.yaml");
    Files.writeString(file, SLEEPER.replace("process: sleeper", "process: guest"));
    await().atMost(PATIENCE).until(() -> offered(wps).contains("guest"));
    int offered = sequence();
    assertThat(offered).isGreaterThan(before);

    Files.writeString(file, "process: guest\nversion: [");
    Files.writeString(folder(server).resolve("other.yaml"), SLEEPER.replace("sleeper", "other"));
    await().atMost(PATIENCE).until(() -> offered(wps).contains("other"));
    assertThat(offered(wps)).contains("guest");
    JsonNode report = administrator().get("commands").ok();
    assertThat(report.path("problems").toString()).contains("guest.yaml, line 2");
    assertThat(report.path("offered").toString()).contains("guest", "other");
    AdminClient.anonymous(server.base()).get("commands").refused(401);

    Files.delete(file);
    Files.delete(folder(server).resolve("other.yaml"));
    await()
        .atMost(PATIENCE)
        .until(() -> !offered(wps).contains("guest") && !offered(wps).contains("other"));
    assertThat(sequence()).isGreaterThan(offered);
  }

  @Test
  void aTerrainIsShadedByGdalWhileTheClientWaits() {
    Answer shaded =
        wps.execute(
                ExecuteXml.of("gdal-hillshade")
                    .reference(
                        "dem",
                        server.base().resolve("/samples/temperature.tif"),
                        "mimeType=\"image/tiff\"")
                    .literal("scale", 111120)
                    .form(
                        "<wps:RawDataOutput mimeType=\"image/png\" encoding=\"base64\">"
                            + "<ows:Identifier>hillshade</ows:Identifier></wps:RawDataOutput>"))
            .bare();
    assertThat(shaded.text()).contains("PNG").contains("IHDR");
  }

  @Test
  void aJobHasOutputsAndALogForItsOwner() {
    JobClient job =
        JobClient.start(
            wps,
            ExecuteXml.of("python-number-statistics")
                .complex("numbers", "mimeType=\"text/plain\"", "1\n2\n6\n")
                .async());
    Answer end = job.awaitEnd().succeeded();
    assertThat(end.literal("mean")).isEqualTo("3.0");
    assertThat(log(job)).isEqualTo("percent=50\n");
  }

  @Test
  void anUnusableInputIsNamed() {
    wps.execute(
            ExecuteXml.of("python-number-statistics")
                .complex("numbers", "mimeType=\"text/plain\"", "one"))
        .refused("InvalidParameterValue", "numbers", 400);
  }

  @Test
  void aProgramGoesOnAfterAPauseAndEndsWithItsJob() {
    JobClient job = JobClient.start(wps, ExecuteXml.of("sleeper").async());
    await().atMost(PATIENCE).until(() -> !sleepers().isEmpty());
    List<Long> before = sleepers();
    change(job, "pause");
    await().atMost(PATIENCE).until(() -> status(job).equals("paused"));
    change(job, "resume");
    await().atMost(PATIENCE).until(() -> status(job).equals("running"));
    assertThat(sleepers()).containsAll(before); // the sandbox may have been starting still
    change(job, "dismiss");
    await().atMost(PATIENCE).until(() -> sleepers().isEmpty());
  }

  private void change(JobClient job, String what) {
    AdminClient.anonymous(server.base()).post("jobs/" + job.id() + "/" + what, "{}").ok();
  }

  private String status(JobClient job) {
    return AdminClient.anonymous(server.base())
        .get("jobs/" + job.id())
        .ok()
        .get("status")
        .asText()
        .toLowerCase(Locale.ROOT);
  }

  private AdminClient administrator() {
    server.addUsers("secret", "administer", "commander");
    return AdminClient.anonymous(server.base()).as("commander", "secret");
  }

  private static List<Long> sleepers() {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().filter(e -> e.endsWith("sleep 98765")).isPresent())
        .map(ProcessHandle::pid)
        .sorted()
        .toList();
  }

  private String log(JobClient job) {
    return new String(
        wps.get(server.base().resolve("/admin/jobs/" + job.id() + "/log")).bare().body(),
        StandardCharsets.UTF_8);
  }
}
