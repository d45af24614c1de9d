package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.attempt.Attempts;
import org.drover.wps.execution.request.Constraints;
import org.drover.wps.execution.request.ConstraintsTest;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.InputCheck;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.execution.request.StoredResults;
import org.drover.wps.execution.sync.SyncRuns;
import org.drover.wps.job.JobStatus;
import org.drover.wps.outbox.Addresses;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;
import org.drover.wps.security.ProcessAccess;
import org.drover.wps.security.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecuteTest {

  private static final Output MADE =
      new Output(
          "out",
          OutputRequest.of("out"),
          new OutputValue.Literal("x", LiteralType.STRING, Optional.empty()));

  @TempDir private Path data;
  private AcceptingJobs jobs;
  private Attempts attempts;
  private Execute execute;
  private Path runFolder;
  private WpsException refusal;

  @BeforeEach
  void wire() {
    jobs = new AcceptingJobs(data);
    attempts = new Attempts(jobs.stores, data);
    SyncRuns syncRuns =
        new SyncRuns() {
          @Override
          public List<Output> run(Offering offering, ExecuteRequest request, Path folder) {
            if (refusal != null) {
              throw refusal;
            }
            runFolder = written(folder);
            return List.of(MADE);
          }
        };
    GetStatus status =
        Wiring.wire(
            new GetStatus(),
            jobs.stores.jobs,
            Wiring.wire(new JobAccess(), jobs.stores.jobs),
            attempts.running,
            Attempts.forecasts(jobs.stores),
            Wiring.wire(new FinishedOutputs(), jobs.stores.outputs),
            attempts,
            jobs.requests);
    StoredResults results =
        Wiring.wire(new StoredResults(), new Fetcher(), jobs.stores.results, jobs.stores.outputs);
    execute =
        Wiring.wire(
            new Execute(),
            new CallerCatalogue(attempts, new ProcessAccess()),
            new InputCheck(new Fetcher(), new Constraints(ConstraintsTest.VALIDATOR)),
            syncRuns,
            jobs.acceptance,
            jobs.keptRun,
            Wiring.wire(new Idempotency(), jobs.stores.keys, status),
            Wiring.wire(new Reuse(), results, jobs.keptRun, status, jobs.folders),
            Wiring.wire(new StorageQuota(), jobs.stores.outputs),
            new Addresses(),
            status,
            jobs.folders);
  }

  private static Path written(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("large"), "x");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExecuteAnswer run(ExecuteRequest request) {
    try (Intake intake = execute.openIntake()) {
      return execute.execute(request, Caller.anonymous(Set.of(Roles.USE)), intake);
    }
  }

  private void offer(Set<JobControl> control) {
    ProcessDescription description =
        ProcessDescription.of("echo", "1.0.0")
            .literalOutput("out", "Out", LiteralType.STRING)
            .jobControl(control)
            .build();
    attempts.offerings.put(
        "echo", new Offering.Direct(description, (inputs, execution) -> java.util.Map.of()));
  }

  @Test
  void anUnknownProcessIsTold() {
    attempts.offerings.clear();
    assertFault(Fault.NO_SUCH_PROCESS, AcceptingJobs.request(Mode.SYNC));
  }

  @Test
  void aProcessRunsOnlyInTheModesItAllows() {
    offer(Set.of(JobControl.SYNC_EXECUTE));
    assertFault(Fault.MODE_NOT_SUPPORTED, AcceptingJobs.request(Mode.ASYNC));
    offer(Set.of(JobControl.ASYNC_EXECUTE));
    assertFault(Fault.MODE_NOT_SUPPORTED, AcceptingJobs.request(Mode.SYNC));
  }

  private void assertFault(Fault fault, ExecuteRequest request) {
    assertThatThrownBy(() -> run(request))
        .isInstanceOfSatisfying(WpsException.class, it -> assertThat(it.fault()).isEqualTo(fault));
    assertThat(jobs.stores.database.number("SELECT COUNT(*) FROM drover.job")).isZero();
  }

  @Test
  void whoDoesNotMindWaitsIfTheProcessLetsHim() {
    assertThat(run(AcceptingJobs.request(Mode.AUTO))).isInstanceOf(ExecuteAnswer.Finished.class);
    offer(Set.of(JobControl.ASYNC_EXECUTE));
    assertThat(run(AcceptingJobs.request(Mode.AUTO))).isInstanceOf(ExecuteAnswer.Accepted.class);
  }

  @Test
  void anAsynchronousRequestBecomesAWaitingJob() {
    ExecuteAnswer.Accepted answer = (ExecuteAnswer.Accepted) run(AcceptingJobs.request(Mode.ASYNC));
    assertThat(answer.view().job().status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(jobs.stores.get(answer.view().job().id()).status()).isEqualTo(JobStatus.ACCEPTED);
  }

  @Test
  void aSynchronousRunLeavesNeitherAJobNorFilesOnceItsAnswerIsClosed() {
    try (ExecuteAnswer answer = run(AcceptingJobs.request(Mode.SYNC))) {
      assertThat(((ExecuteAnswer.Finished) answer).outputs()).containsExactly(MADE);
      assertThat(runFolder).exists();
    }
    assertThat(runFolder).doesNotExist();
    assertThat(jobs.stores.database.number("SELECT COUNT(*) FROM drover.job")).isZero();
  }

  @Test
  void aSynchronousRunWithAReferenceAmongItsOutputsIsKeptAsAFinishedJob() {
    OutputRequest asReference =
        new OutputRequest(
            "out", DeclaredFormat.NONE, Optional.empty(), true, Optional.empty(), Optional.empty());
    ExecuteAnswer.Accepted answer =
        (ExecuteAnswer.Accepted) run(AcceptingJobs.request(Mode.SYNC, asReference));
    assertThat(answer.view().job().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(answer.view().outputs()).hasSize(1);
    assertThat(runFolder).doesNotExist();
  }

  @Test
  void whyARunWasRefusedIsToldAsItIs() {
    refusal = new WpsException(Fault.SERVER_BUSY, "All are taken.");
    assertThatThrownBy(() -> run(AcceptingJobs.request(Mode.SYNC))).isSameAs(refusal);
  }
}
