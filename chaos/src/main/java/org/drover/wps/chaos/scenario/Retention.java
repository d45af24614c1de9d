package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.it.client.Answer;

/** Jobs expire while one of their outputs is being read. */
final class Retention implements Scenario {

  @Override
  public String number() {
    return "R22";
  }

  @Override
  public String title() {
    return "retention";
  }

  private static final int LARGE = 40 << 20;

  @Override
  public void run(Stage stage) throws Exception {
    int jobs = stage.scaled(1000, 100);
    stage.inParallel(
        4, jobs, it -> stage.client().submit(Request.briefLetters(Request.newTag(), 1000)));
    Accepted large = stage.client().submit(Request.briefLetters(Request.newTag(), LARGE));
    stage.until(
        "the large output is there",
        () -> stage.client().status(large.id()).state().equals("ProcessSucceeded"));
    String address =
        stage.client().status(large.id()).value(Answer.output("letters") + "/wps:Reference/@href");
    long read = 0;
    try (InputStream download = open(address)) {
      read += download.readNBytes(1000).length;
      stage.until("all jobs are forgotten", () -> forgotten(stage) == jobs + 1);
      read += download.transferTo(java.io.OutputStream.nullOutputStream());
    }
    long early =
        stage
            .audit()
            .count(
                "SELECT COUNT(*) FROM chaos.change g JOIN chaos.change e ON e.job = g.job"
                    + " AND e.status = 'SUCCEEDED' WHERE g.status = 'GONE'"
                    + " AND g.at < e.at + INTERVAL '15' SECOND - INTERVAL '0.1' SECOND");
    long left = filesLeft(stage);
    stage
        .figures()
        .put("forgotten", jobs + 1)
        .put("early", early)
        .put("files_left", left)
        .put("open_download_bytes", read);
    assertThat(read).as("an open download ends whole").isEqualTo(LARGE);
    assertThat(early).isZero();
    assertThat(left).isZero();
  }

  private static InputStream open(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  private static long forgotten(Stage stage) {
    return stage
        .audit()
        .count(
            "SELECT COUNT(*) FROM chaos.change WHERE job = ANY(?) AND status = 'GONE'",
            stage.client().ids());
  }

  /** Files of outputs that no row names any more. */
  private static long filesLeft(Stage stage) throws IOException {
    Set<String> named = stage.audit().namedOutputs();
    try (Stream<Path> files = Files.list(stage.cluster().store().folder().resolve("outputs"))) {
      return files.filter(it -> !named.contains(it.getFileName().toString())).count();
    }
  }
}
