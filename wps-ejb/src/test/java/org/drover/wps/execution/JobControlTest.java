package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.StoredJson;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.attempt.Attempts;
import org.drover.wps.execution.attempt.JobAccepted;
import org.drover.wps.execution.attempt.OutputFiles;
import org.drover.wps.execution.request.StoredRequest;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.NewPart;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.data.Format;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pausing, resuming and dismissing, as their callers see them. */
final class JobControlTest {

  private static final Caller OWNER = new Caller("otto", Set.of(Roles.USE));
  private static final Caller STRANGER = new Caller("eve", Set.of("use", "deploy"));
  private static final Caller ADMINISTRATOR = new Caller("ada", Set.of(Roles.ADMINISTER));

  private static final String REQUEST =
      "{\"process\":\"echo\",\"inputs\":[],\"outputs\":[],\"mode\":\"ASYNC\",\"raw\":false,\"notes\":{}}";

  @TempDir private Path data;
  private Stores stores;
  private Attempts attempts;
  private Pause pause;
  private Resume resume;
  private Dismiss dismiss;
  private GetHistory history;
  private GetOutput getOutput;
  private RecordedEvents<JobAccepted> accepted;

  @BeforeEach
  void wire() {
    stores = new Stores(TestDatabase.h2(), data);
    attempts = new Attempts(stores, data);
    accepted = new RecordedEvents<>();
    OutputFiles files = Wiring.wire(new OutputFiles(), stores.outputs);
    JobAccess access = Wiring.wire(new JobAccess(), stores.jobs);
    StoredRequest requests =
        Wiring.wire(new StoredRequest(), new StoredJson(data), stores.jobs, attempts.folders);
    GetStatus status =
        Wiring.wire(
            new GetStatus(),
            stores.jobs,
            access,
            attempts.running,
            Wiring.wire(new FinishedOutputs(), stores.outputs),
            Attempts.forecasts(stores),
            attempts,
            requests);
    pause = Wiring.wire(new Pause(), access, stores.control, status);
    resume = Wiring.wire(new Resume(), access, stores.control, status, accepted);
    dismiss =
        Wiring.wire(
            new Dismiss(),
            access,
            stores.control,
            status,
            stores.parts,
            stores.outputs,
            files,
            attempts.folders);
    history = Wiring.wire(new GetHistory(), access, stores.events);
    getOutput = Wiring.wire(new GetOutput(), stores.outputs, access);
  }

  private JobId accept() {
    return stores.accept("short", REQUEST);
  }

  @Test
  void aPausedJobIsShownSoAndPausingItAgainChangesNothing() {
    JobId id = accept();
    assertThat(pause.pause(id, OWNER, "").job().status()).isEqualTo(JobStatus.PAUSED);
    assertThat(pause.pause(id, OWNER, "").job().status()).isEqualTo(JobStatus.PAUSED);
    assertThat(history.get(id, OWNER)).hasSize(2);
  }

  @Test
  void aRunningAttemptStopsSoonAfterItsJobIsPausedAndFreesItsSlot() {
    JobId id = accept();
    attempts.work =
        it -> {
          pause.pause(id, OWNER, "");
          attempts.look();
          assertThatThrownBy(it::checkStopped).hasMessage("The job was paused.");
          it.ended();
        };
    assertThat(attempts.runNext("short")).isTrue();

    assertThat(stores.get(id).status()).isEqualTo(JobStatus.PAUSED);
    assertThat(attempts.stopped).hasSize(1);
    assertThat(attempts.running.executions()).isEmpty();
    assertThat(attempts.folders.work(new Attempt(id, 1))).doesNotExist();
  }

  @Test
  void aResumedJobGoesOnAtItsCheckpoint() {
    JobId id = accept();
    Attempt first = stores.claim();
    stores.parts.prepare(first, List.of(new NewPart("{}", 10)));
    stores.parts.checkpoint(
        first,
        stores
            .parts
            .getPart(id, 0)
            .at(4, Optional.empty(), new org.drover.wps.job.PartFile(0, 0), false));
    stores.jobs.progress(first, 40, "");
    assertThat(pause.pause(id, OWNER, "").job().percent()).isEqualTo(40);
    assertThat(resume.resume(id, OWNER, "").job().status()).isEqualTo(JobStatus.ACCEPTED);

    assertThat(accepted.events).containsExactly(new JobAccepted("short"));
    Attempt second = stores.claim();
    assertThat(stores.parts.prepare(second, List.of()).get(0).position()).isEqualTo(4);
  }

  @Test
  void theOldAttemptAndTheResumedOneNeverWorkOnTheSamePart() {
    JobId id = accept();
    Attempt first = stores.claim();
    var part = stores.parts.prepare(first, List.of(new NewPart("{}", 10))).get(0);
    pause.pause(id, OWNER, "");
    resume.resume(id, OWNER, "");
    stores.parts.prepare(stores.claim(), List.of());

    assertThatThrownBy(() -> stores.parts.checkpoint(first, part))
        .isInstanceOf(org.drover.wps.job.StaleAttemptException.class);
  }

  @Test
  void resumingWhatIsNotPausedChangesNothing() {
    JobId id = accept();
    assertThat(resume.resume(id, OWNER, "").job().status()).isEqualTo(JobStatus.ACCEPTED);
    stores.claim();
    assertThat(resume.resume(id, OWNER, "").job().status()).isEqualTo(JobStatus.RUNNING);
    assertThat(history.get(id, OWNER)).hasSize(2);
  }

  @Test
  void aJobThatHasEndedCanNeitherBePausedNorResumed() {
    JobId id = accept();
    stores.jobs.succeed(stores.claim());
    assertFault(Fault.WRONG_STATE, () -> pause.pause(id, OWNER, ""));
    assertFault(Fault.WRONG_STATE, () -> resume.resume(id, OWNER, ""));
  }

  @Test
  void theJobsOfOthersDoNotExist() {
    JobId id = accept();
    for (JobId each : List.of(id, JobId.create())) {
      assertFault(Fault.NO_SUCH_JOB, () -> pause.pause(each, STRANGER, ""));
      assertFault(Fault.NO_SUCH_JOB, () -> resume.resume(each, STRANGER, ""));
      assertFault(Fault.NO_SUCH_JOB, () -> dismiss.dismiss(each, STRANGER, ""));
      assertFault(Fault.NO_SUCH_JOB, () -> history.get(each, STRANGER));
    }
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.ACCEPTED);
  }

  @Test
  void anAdministratorActsOnTheJobsOfOthersUnderHisOwnName() {
    JobId id = accept();
    pause.pause(id, ADMINISTRATOR, "Maintenance.");
    resume.resume(id, ADMINISTRATOR, "");
    dismiss.dismiss(id, ADMINISTRATOR, "");
    assertThat(history.get(id, ADMINISTRATOR))
        .extracting(it -> it.change().who().orElseThrow())
        .containsExactly("otto", "ada", "ada", "ada");
  }

  private static void assertFault(Fault fault, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(WpsException.class, it -> assertThat(it.fault()).isEqualTo(fault));
  }

  @Test
  void dismissingTwiceGivesTheSameAnswer() {
    JobId id = accept();
    JobView first = dismiss.dismiss(id, OWNER, "");
    assertThat(first.job().status()).isEqualTo(JobStatus.DISMISSED);
    assertThat(dismiss.dismiss(id, OWNER, "").job()).isEqualTo(first.job());
  }

  @Test
  void workFilesOfAPausedJobGoWhenItIsDismissed() throws IOException {
    JobId id = accept();
    stores.parts.prepare(stores.claim(), List.of(new NewPart("{}", 10)));
    file(attempts.folders.parts(id).resolve("0.1.features"));
    file(attempts.folders.inputs(id).resolve("input-1"));
    pause.pause(id, OWNER, "");
    dismiss.dismiss(id, OWNER, "");

    assertThat(attempts.folders.parts(id)).doesNotExist();
    assertThat(stores.parts.listParts(id)).isEmpty();
    assertThat(attempts.folders.inputs(id).resolve("input-1")).exists();
  }

  @Test
  void workFilesOfARunningJobGoWhenItsAttemptHasStopped() {
    JobId id = accept();
    Path parts = attempts.folders.parts(id).resolve("0.1.features");
    attempts.work =
        it -> {
          file(parts);
          dismiss.dismiss(id, OWNER, "");
          assertThat(parts).exists();
          attempts.look();
          it.ended();
        };
    attempts.runNext("short");
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.DISMISSED);
    assertThat(parts).doesNotExist();
  }

  @Test
  void theOutputsOfADismissedJobAreGone() {
    JobId id = accept();
    Attempt attempt = stores.claim();
    Path file = attempts.folders.outputs().resolve("a.json");
    file(file);
    stores.outputs.store(List.of(output(id, file)));
    stores.jobs.succeed(attempt);
    assertThat(getOutput.find("a.json", OWNER)).isPresent();

    JobView view = dismiss.dismiss(id, OWNER, "");
    assertThat(view.job().status()).isEqualTo(JobStatus.DISMISSED);
    assertThat(view.outputs()).isEmpty();
    assertThat(file).doesNotExist();
    assertThat(getOutput.find("a.json", OWNER)).isEmpty();
  }

  private static StoredOutput output(JobId id, Path file) {
    return new StoredOutput(
        id,
        "a.json",
        new Output(
            "out",
            OutputRequest.of("out"),
            new OutputValue.Complex(Format.JSON, new Content.InFile(file, 1))));
  }

  private static void file(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
