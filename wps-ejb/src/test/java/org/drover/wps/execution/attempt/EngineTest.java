package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.drover.wps.backend.Backends;
import org.drover.wps.config.Node;
import org.drover.wps.data.StoredJson;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.execution.outside.SoloKeeper;
import org.drover.wps.execution.outside.TaskKeeper;
import org.drover.wps.execution.outside.WorkerFiles;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.node.NodeRun;
import org.drover.wps.node.ServerProcess;
import org.drover.wps.outbox.Addresses;
import org.drover.wps.outbox.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that starts, works and stops, with real timers. */
final class EngineTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2);

  @TempDir private Path data;
  private Stores stores;
  private Attempts attempts;
  private Engine engine;

  @BeforeEach
  void wire() {
    timer.setRemoveOnCancelPolicy(true);
    System.setProperty(Node.NAME.key(), "n1");
    System.setProperty(Attendance.DRAIN.key(), "PT0S");
    System.setProperty(Node.LEASE.key(), "PT6S");
    stores = new Stores(TestDatabase.h2(), data);
    attempts = new Attempts(stores, data);
    attempts.work =
        it -> {
          stores.jobs.succeed(it.attempt());
          it.finished();
          it.ended();
        };
    Dispatcher dispatcher =
        Wiring.wire(new Dispatcher(), Executors.of(2), attempts.slot, attempts.server);
    OutputFiles files = Wiring.wire(new OutputFiles(), stores.outputs);
    engine =
        Wiring.wire(
            new Engine(),
            Executors.scheduled(timer),
            Executors.contexts(),
            stores.queues,
            attempts,
            dispatcher,
            Wiring.wire(
                new Heartbeat(),
                attempts.running,
                stores.leases,
                stores.jobs,
                stores.control,
                attempts),
            attempts.watch,
            attempts.server,
            Wiring.wire(new Presence(), stores.nodes),
            Wiring.wire(new Retention(), stores.jobs, files, attempts.folders),
            Wiring.wire(new Orphans(), stores.jobs, stores.outputs, attempts.folders),
            Wiring.wire(new TaskKeeper(), stores.tasks, attempts.folders, new Backends(List.of())),
            Wiring.wire(new SoloKeeper(), attempts.folders, new Backends(List.of())),
            new WorkerFiles(attempts.folders),
            Wiring.wire(
                new Sender(),
                stores.outbox,
                stores.jobs,
                new Addresses(),
                new StoredJson(data),
                stores.outputs),
            attempts.folders);
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
    for (String key : new String[] {Node.NAME.key(), Attendance.DRAIN.key(), Node.LEASE.key()}) {
      System.clearProperty(key);
    }
  }

  private void awaitStatus(JobId id, JobStatus status) {
    await().atMost(LONG).until(() -> stores.get(id).status() == status);
  }

  @Test
  void jobsThatTheLastRunOfThisNodeCutOffGoOn() {
    JobId id = stores.start().job();
    engine.start();
    awaitStatus(id, JobStatus.SUCCEEDED);
    assertThat(stores.get(id).epoch()).isEqualTo(2);
    engine.stop();
  }

  @Test
  void aJobWhoseNodeIsLostGoesOnHere() {
    engine.start();
    stores.accept("long");
    awaitNothingWaits();
    JobId id = stores.accept("short");
    stores.database.execute(
        "UPDATE drover.job SET status = 'RUNNING', epoch = 1, lease_node = 'n2',"
            + " lease_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"
            + " WHERE id = ? AND status = 'ACCEPTED'",
        id.value());
    awaitStatus(id, JobStatus.SUCCEEDED);
    engine.stop();
  }

  @Test
  void aServerWhoseNameAnotherHasRunsNothingUntilThatOneHasGone() {
    NodeRun other = new NodeRun("n1", UUID.randomUUID(), new ServerProcess(""));
    stores.nodes.join(other, LONG);
    JobId cutOff = stores.start().job();
    engine.start();
    JobId id = stores.accept("short");
    await()
        .during(Duration.ofSeconds(3))
        .atMost(LONG)
        .until(
            () ->
                stores.get(id).status() == JobStatus.ACCEPTED
                    && stores.get(cutOff).status() == JobStatus.RUNNING);

    stores.nodes.leave(other);
    awaitStatus(cutOff, JobStatus.SUCCEEDED);
    awaitStatus(id, JobStatus.SUCCEEDED);
    engine.stop();
  }

  private void awaitNothingWaits() {
    await().atMost(LONG).until(() -> stores.queues.waiting("long") == 0);
  }

  @Test
  void whatRunsWhenTheServiceStopsIsGivenBack() {
    attempts.work = it -> {};
    attempts.whenStopped = RunningAttempt::ended;
    JobId id = stores.accept("short");
    engine.start();
    awaitStatus(id, JobStatus.RUNNING);
    engine.stop();
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(attempts.running.list()).isEmpty();
  }

  @Test
  void aJobPausedInTheDatabaseByAnyNodeIsStoppedHere() {
    attempts.work = it -> {};
    attempts.whenStopped = RunningAttempt::ended;
    JobId id = stores.accept("short");
    engine.start();
    awaitStatus(id, JobStatus.RUNNING);
    stores.database.execute("UPDATE drover.job SET status = 'PAUSED', lease_node = NULL");
    await().atMost(LONG).until(() -> attempts.running.list().isEmpty());
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.PAUSED);
    engine.stop();
  }

  @Test
  void whatEarlierRunsTookInIsRemoved() throws Exception {
    Path old = Files.createDirectories(new JobFolders(data).newIncoming());
    Path mine = Files.createDirectories(attempts.folders.newIncoming());
    engine.start();
    await().atMost(LONG).until(() -> !Files.exists(old));
    assertThat(mine).exists();
    engine.stop();
  }

  /** A server that starts is suspended and resumed at the end of that, after it has recovered. */
  @Test
  void whatAKilledNodeHasLeftOfEndedJobsIsRemoved() throws Exception {
    System.setProperty(Node.LEASE.key(), "PT1S");
    Attempt ended = stores.start();
    stores.jobs.succeed(ended);
    JobId cutOff = stores.start().job();
    Path left = Files.createDirectories(attempts.folders.staged(ended.job()));
    engine.start();
    awaitStatus(cutOff, JobStatus.SUCCEEDED);
    attempts.server.become(true);
    attempts.server.become(false);
    await().atMost(LONG).until(() -> !Files.exists(left));
    engine.stop();
  }

  @Test
  void whileTheServerIsSuspendedNoTimerRunsAndThenAllDoAgain() {
    engine.start();
    attempts.server.become(true);
    await().atMost(LONG).until(() -> timer.getQueue().isEmpty() && timer.getActiveCount() == 0);
    JobId id = stores.accept("short");
    attempts.server.become(false);
    awaitStatus(id, JobStatus.SUCCEEDED);
    engine.stop();
  }
}
