package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drover.wps.execution.KeptJobs.ADA;
import static org.drover.wps.execution.KeptJobs.BOB;
import static org.drover.wps.execution.KeptJobs.PROCESS;
import static org.drover.wps.execution.KeptJobs.process;
import static org.drover.wps.execution.KeptJobs.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drover.wps.data.Output;
import org.drover.wps.execution.attempt.Sweeps;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.StoredResults;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReuseTest {

  @TempDir private Path data;
  private KeptJobs kept;
  private JobId original;

  @BeforeEach
  void keepAResult() throws IOException {
    kept = new KeptJobs(data);
    original = kept.keep(request("a"), ADA, "result");
  }

  @AfterEach
  void forgetSettings() {
    System.clearProperty(StoredResults.REUSE.key());
  }

  private Optional<JobView> reused(
      ProcessDescription process, ExecuteRequest request, Caller caller) {
    return kept.reuse
        .answerWithJob(process, request, caller, kept.intake())
        .map(it -> ((ExecuteAnswer.Accepted) it).view());
  }

  @Test
  void theSameInputsGiveTheStoredResultAsAJobOfItsOwn() throws IOException {
    JobView again = reused(PROCESS, request("a"), ADA).orElseThrow();
    assertThat(again.job().id()).isNotEqualTo(original);
    assertThat(again.job().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(again.job().message()).contains("earlier run");
    assertThat(again.outputs()).hasSize(1);
    Path file = KeptJobs.file(again.outputs().get(0).output());
    assertThat(file).hasParent(kept.folders.outputs()).hasContent("result");
    assertThat(file.getFileName()).hasToString(again.outputs().get(0).name());
    assertThat(data.resolve("incoming")).isDirectoryNotContaining("regex:.*output.*");
  }

  @Test
  void neitherJobMindsWhenTheOtherExpires() throws IOException {
    JobId again = reused(PROCESS, request("a"), ADA).orElseThrow().job().id();
    JobId third = reused(PROCESS, request("a"), ADA).orElseThrow().job().id();
    expire(original);
    expire(third);
    assertThat(sweeps().expired()).isEqualTo(2);

    List<Path> left = outputFiles();
    assertThat(left).hasSize(1);
    assertThat(left.get(0)).hasContent("result");
    assertThat(kept.status.get(again, ADA).outputs()).hasSize(1);
    assertThat(reused(PROCESS, request("a"), ADA)).isPresent();
  }

  private List<Path> outputFiles() throws IOException {
    try (Stream<Path> files = Files.list(kept.folders.outputs())) {
      return files.toList();
    }
  }

  private Sweeps sweeps() {
    return new Sweeps(kept.stores, kept.folders);
  }

  private void expire(JobId id) {
    kept.stores.database.execute(
        "UPDATE drover.job SET expires = expires - INTERVAL '20' DAY WHERE id = ?", id.value());
  }

  @Test
  void nothingElseIsTakenForTheSame() throws IOException {
    ExecuteRequest same = request("a");
    assertThat(reused(PROCESS, same, BOB)).isEmpty();
    assertThat(reused(PROCESS, request("b"), ADA)).isEmpty();
    assertThat(reused(process("1.0.1", true), same, ADA)).isEmpty();
    assertThat(reused(process("1.0.0", false), same, ADA)).isEmpty();
    ExecuteOptions fresh = new ExecuteOptions(Optional.empty(), false, List.of());
    assertThat(reused(PROCESS, same.with(fresh), ADA)).isEmpty();
    System.setProperty(StoredResults.REUSE.key(), "false");
    assertThat(reused(PROCESS, same, ADA)).isEmpty();
  }

  @Test
  void anExpiredResultIsMadeAgain() {
    expire(original);
    assertThat(reused(PROCESS, request("a"), ADA)).isEmpty();
  }

  @Test
  void aResultWhoseFileIsGoneIsMadeAgain() throws IOException {
    JobFolders.remove(kept.folders.outputs());
    assertThat(reused(PROCESS, request("a"), ADA)).isEmpty();
  }

  @Test
  void aFileJustLinkedIsNoOrphanHoweverOldItsContent() throws IOException {
    Path old = outputFiles().get(0);
    Files.setLastModifiedTime(
        old, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofDays(3))));
    StoredResults.Found found = kept.results.find(PROCESS, request("a"), ADA).orElseThrow();
    List<Output> taken =
        kept.results.take(found, request("a"), kept.folders.outputs()).orElseThrow();

    assertThat(sweeps().orphans(Clock.systemUTC())).isZero();
    assertThat(KeptJobs.file(taken.get(0))).hasContent("result");
    Instant later = Clock.systemUTC().instant().plus(Duration.ofHours(2));
    assertThat(sweeps().orphans(Clock.fixed(later, ZoneOffset.UTC))).isEqualTo(1);
    assertThat(old).hasContent("result");
  }

  @Test
  void aClientWhoWaitsGetsTheResultAtOnceAndWhole() throws IOException {
    ExecuteAnswer.Finished answer =
        (ExecuteAnswer.Finished) kept.reuse.answer(PROCESS, request("a"), ADA).orElseThrow();
    expire(original);
    sweeps().expired();
    Path file = KeptJobs.file(answer.outputs().get(0));
    assertThat(file).hasContent("result");
    answer.close();
    assertThat(file).doesNotExist();
  }
}
