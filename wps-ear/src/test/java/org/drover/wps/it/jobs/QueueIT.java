package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The queues of a server with two slots each. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class QueueIT {

  private static final int SLOTS = 2;
  private static final int READERS = 8;
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(READERS);

  private final WpsClient wps;
  private final DroverServer server;

  QueueIT(WpsClient wps, DroverServer server) {
    this.wps = wps;
    this.server = server;
  }

  @AfterAll
  static void endReaders() {
    THREADS.shutdown();
  }

  @BeforeEach
  void awaitIdleSlots() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                server.admin().activeThreads("wps-short") == 0
                    && server.admin().activeThreads("wps-long") == 0);
  }

  private JobClient start(ExecuteXml request) {
    return JobClient.start(wps, request);
  }

  private static ExecuteXml pausing(double seconds) {
    return ExecuteXml.of("wait").literal("seconds", seconds).literal("steps", 20).async();
  }

  @Test
  @Holds({"B6.4", "X3"})
  void aJobThatWaitsIsToldItsPlace() {
    List<JobClient> jobs = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      jobs.add(start(pausing(10)));
      jobs.get(i).awaitStart();
    }
    Answer first = wps.execute(pausing(0));
    jobs.add(JobClient.of(wps, first));
    jobs.add(start(pausing(0)));
    Answer third = wps.execute(pausing(0));
    jobs.add(JobClient.of(wps, third));

    assertThat(first.value("//wps:ProcessAccepted")).contains("next");
    assertThat(third.value("//wps:ProcessAccepted")).contains("2 jobs before");
    for (JobClient job : jobs) {
      job.awaitEnd().succeeded();
    }
  }

  @Test
  @Holds("B6.4")
  void percentAndStateOnlyGoForward() {
    JobClient job = start(Waiting.inParts("wait-in-parts", 4, 20, 200));
    List<Integer> percents = new ArrayList<>();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              percents.add(job.percent());
              return job.isFinished();
            });

    assertThat(percents).isSorted();
    assertThat(percents.stream().distinct().count()).as(percents.toString()).isGreaterThan(3);
    Waiting.assertEachItemOnce(job.status(), 4, 20);
  }

  @Test
  @Holds({"B6.3", "B6.4"})
  void manyReadersNeverSeeATornStatus() {
    JobClient job = start(Waiting.inParts("wait-in-parts", 2, 100, 50));
    List<CompletableFuture<List<Integer>>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(CompletableFuture.supplyAsync(() -> percentsUntilTheEnd(job), THREADS));
    }

    for (CompletableFuture<List<Integer>> reader : readers) {
      assertThat(reader.join()).hasSizeGreaterThan(5).isSorted().endsWith(100);
    }
    Waiting.assertEachItemOnce(job.status(), 2, 100);
  }

  private static List<Integer> percentsUntilTheEnd(JobClient job) {
    List<Integer> percents = new ArrayList<>();
    do {
      percents.add(job.percent());
    } while (percents.get(percents.size() - 1) < 100);
    return percents;
  }

  @Test
  @Holds({"B6.7", "X2"})
  void firstComeFirstServed() {
    List<JobClient> jobs = new ArrayList<>();
    for (int i = 0; i < 4 * SLOTS; i++) {
      jobs.add(start(pausing(0.8)));
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> haveBegunInOrder(jobs));

    jobs.forEach(it -> it.awaitEnd().succeeded());
  }

  /** Looks from the last to the first, so that none seen to wait can have begun before its look. */
  private static boolean haveBegunInOrder(List<JobClient> jobs) {
    int last = -1;
    boolean all = true;
    for (int i = jobs.size() - 1; i >= 0; i--) {
      if (!jobs.get(i).status().state().equals("ProcessAccepted")) {
        last = Math.max(last, i);
      } else {
        assertThat(last - i).as("job " + last + " has overtaken job " + i).isLessThan(SLOTS);
        all = false;
      }
    }
    return all;
  }

  @Test
  @Holds("B6.7")
  void partitionedJobsOnAllSlotsOfBothQueuesDoNotBlockEachOther() {
    List<JobClient> jobs = new ArrayList<>();
    for (int i = 0; i < 3 * SLOTS; i++) {
      jobs.add(start(Waiting.inParts("wait-in-parts", 8, 5, 20)));
      jobs.add(start(Waiting.inParts("wait-in-parts-long", 8, 5, 20)));
    }
    int most = 0;
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!jobs.stream().allMatch(JobClient::isFinished)) {
      assertThat(System.nanoTime()).as("the jobs end").isLessThan(end);
      int shorts = server.admin().activeThreads("wps-short");
      int longs = server.admin().activeThreads("wps-long");
      assertThat(shorts).isBetween(0, SLOTS);
      assertThat(longs).isBetween(0, SLOTS);
      most = Math.max(most, shorts + longs);
    }

    assertThat(most).isEqualTo(2 * SLOTS);
    jobs.forEach(it -> Waiting.assertEachItemOnce(it.status(), 8, 5));
  }

  @Test
  @Holds("B6.7")
  void theThreadsAtWorkAreTheJobsThatRun() {
    JobClient one = start(pausing(10));
    one.awaitStart();
    assertThat(server.admin().activeThreads("wps-short")).isEqualTo(1);
    JobClient two = start(pausing(8));
    two.awaitStart();
    assertThat(server.admin().activeThreads("wps-short")).isEqualTo(2);
    assertThat(server.admin().activeThreads("wps-long")).isZero();

    one.awaitEnd().succeeded();
    two.awaitEnd().succeeded();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> server.admin().activeThreads("wps-short") == 0);
  }

  @Test
  @Holds("B6.7")
  void aFullLongQueueDoesNotDelayTheShortOne() {
    List<JobClient> longs = new ArrayList<>();
    for (int i = 0; i < 3 * SLOTS; i++) {
      longs.add(start(Waiting.inParts("wait-in-parts-long", 2, 30, 100)));
    }
    longs.get(1).awaitStart();

    start(pausing(0)).awaitEnd().succeeded();
    assertThat(longs.get(longs.size() - 1).isFinished()).isFalse();
    longs.forEach(it -> Waiting.assertEachItemOnce(it.awaitEnd(), 2, 30));
  }

  @Test
  @Holds("B6.12")
  void aFailingPartFailsItsJobAndFreesItsSlot() {
    Answer end =
        start(
                ExecuteXml.of("wait-in-parts")
                    .literal("parts", 4)
                    .literal("items", 5)
                    .literal("millisecondsPerItem", 1)
                    .literal("failAtItem", 12)
                    .async())
            .awaitEnd();

    assertThat(end.state()).isEqualTo("ProcessFailed");
    assertThat(end.value("//ows:ExceptionText")).contains("Item 12 failed");
    start(pausing(0)).awaitEnd().succeeded();
  }

  @Test
  @Holds("B6.6")
  void noWorkFolderIsLeftBehind() throws IOException {
    JobClient job =
        start(
            ExecuteXml.of("buffer")
                .reference(
                    "features",
                    server.base().toString().replace("127.0.0.1", "localhost")
                        + "/samples/countries.geojson",
                    "mimeType=\"application/geo+json\"")
                .literal("distance", 1000)
                .literal("featuresPerPart", 50)
                .async("result asReference=\"true\""));
    job.awaitEnd().succeeded();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(left(server.data())).isEmpty());
  }

  /** Files of running jobs or of requests, as opposed to kept inputs and outputs. */
  private static List<Path> left(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> it.toString().matches(".*/(staged|parts|work-\\d+|incoming)/.*"))
          .toList();
    }
  }
}
