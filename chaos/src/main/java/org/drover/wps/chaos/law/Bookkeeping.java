package org.drover.wps.chaos.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.it.server.DroverServer;

/**
 * L7: when all jobs have ended nothing is left of their running: no lease, no batch execution, no
 * part, no slot, no work file.
 */
final class Bookkeeping {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Cluster cluster;
  private final Audit audit;

  Bookkeeping(Cluster cluster) {
    this.cluster = cluster;
    this.audit = cluster.audit();
  }

  /** Waits until nothing is left. */
  void check() {
    await("L7: nothing is left of jobs that have ended")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(this::checkNow);
  }

  private void checkNow() throws IOException {
    assertThat(count("drover.job WHERE status = 'RUNNING'")).as("jobs said to run").isZero();
    assertThat(count("drover.job_part")).as("parts of ended jobs").isZero();
    assertThat(executions()).as("batch executions not ended").isEmpty();
    for (DroverServer node : cluster.nodes()) {
      assertThat(node.admin().activeThreads("wps-short")).as("slots in use").isZero();
      assertThat(node.admin().activeThreads("wps-long")).as("slots in use").isZero();
    }
    assertThat(workFiles(cluster.store().folder())).as("work files").isEmpty();
  }

  private long count(String what) {
    return audit.count("SELECT COUNT(*) FROM " + what);
  }

  /** Each node keeps its batch tables in a schema of its own. */
  private List<String> executions() {
    return audit.list("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'batch\\_%'").stream()
        .flatMap(
            schema ->
                audit
                    .list(
                        "SELECT '"
                            + schema
                            + " ' || jobexecutionid || ' ' || batchstatus FROM \""
                            + schema
                            + "\".job_execution"
                            + " WHERE batchstatus IN ('STARTING', 'STARTED', 'STOPPING')")
                    .stream())
        .toList();
  }

  private static List<Path> workFiles(Path store) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> it.toString().matches(".*/(staged|parts|work-\\d+|incoming)/.*"))
          .toList();
    } catch (java.io.UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        throw new AssertionError("files are going away", e); // looked at again
      }
      throw e;
    }
  }
}
