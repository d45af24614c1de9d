package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.attempt.JobAccepted;
import org.drover.wps.execution.attempt.TimeLimits;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobTerms;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.describe.Limits;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.queue.QueueLimits;
import org.drover.wps.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AcceptanceTest {

  private static final Caller ADA = new Caller("ada", Set.of());

  @TempDir private Path data;
  private AcceptingJobs jobs;

  @BeforeEach
  void wire() {
    jobs = new AcceptingJobs(data);
  }

  @AfterEach
  void forgetTheSettings() {
    System.clearProperty(QueueLimits.WAITING.key());
    System.clearProperty(TimeLimits.RUN.key());
    System.clearProperty(TimeLimits.WAIT.key());
  }

  private static ProcessDescription.Builder process() {
    return ProcessDescription.of("echo", "1.2.0")
        .literalOutput("out", "Out", LiteralType.STRING)
        .queue("long");
  }

  private static Offering offering(ProcessDescription process) {
    return new Offering.Direct(process, (inputs, execution) -> Map.of());
  }

  private JobView accept(ProcessDescription process) {
    return jobs.acceptance.accept(
        offering(process), AcceptingJobs.request(Mode.ASYNC), ADA, jobs.newFolder());
  }

  @Test
  void anAcceptedJobIsStoredBeforeTheQueueHearsOfIt() {
    JobView view = accept(process().build());
    Job job = jobs.stores.get(view.job().id());
    assertThat(job).isEqualTo(view.job());
    assertThat(job.owner()).isEqualTo("ada");
    assertThat(job.processVersion()).isEqualTo("1.2.0");
    assertThat(job.status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(view.outlook().place()).hasValue(0);
    assertThat(accept(process().build()).outlook().place()).hasValue(1);
    assertThat(jobs.events.events).contains(new JobAccepted("long"));
  }

  @Test
  void largeInputsBecomeTheJobsOwn() throws IOException {
    RequestFolder folder = jobs.newFolder();
    Path input = folder.nextFile();
    Files.createDirectories(input.getParent());
    Files.writeString(input, "large");
    JobView view =
        jobs.acceptance.accept(
            offering(process().build()), AcceptingJobs.request(Mode.ASYNC), ADA, folder);
    assertThat(jobs.folders.inputs(view.job().id()).resolve(input.getFileName()))
        .hasContent("large");
    assertThat(input.getParent()).doesNotExist();
  }

  @Test
  void aFullQueueStoresNothingAndCallsNobody() {
    System.setProperty(QueueLimits.WAITING.key(), "0");
    assertThatThrownBy(() -> accept(process().build()))
        .isInstanceOfSatisfying(
            WpsException.class, it -> assertThat(it.fault()).isEqualTo(Fault.SERVER_BUSY));
    assertThat(jobs.stores.queues.waiting("long")).isZero();
    assertThat(jobs.events.events).isEmpty();
  }

  @Test
  void aJobEstimatedToBeLongWaitsInTheQueueOfLongJobs() {
    Offering slow =
        new Offering.Direct(
            process().queue("short").build(),
            (inputs, execution) -> Map.of(),
            Optional.of(inputs -> Optional.of(Estimate.ofSeconds(3_600))),
            Optional.empty());
    JobView view =
        jobs.acceptance.accept(
            slow, AcceptingJobs.request(Mode.ASYNC).withPriority(-2), ADA, jobs.newFolder());
    assertThat(jobs.stores.get(view.job().id()).queue()).isEqualTo("long");
    assertThat(view.job().terms())
        .isEqualTo(new JobTerms(-2, Optional.of(Estimate.ofSeconds(3_600))));
    assertThat(jobs.events.events).contains(new JobAccepted("long"));
    assertThat(view.eta()).isPresent();
  }

  @Test
  void aJobWithoutLimitsRunsAndWaitsForEver() {
    accept(process().build());
    assertThat(column("COUNT(run_limit) + COUNT(wait_limit)")).isZero();
  }

  @Test
  void theServersLimitsHoldUnlessTheProcessHasItsOwn() {
    System.setProperty(TimeLimits.RUN.key(), "PT1H");
    System.setProperty(TimeLimits.WAIT.key(), "PT2H");
    accept(
        process()
            .limits(Limits.ofTime(Optional.of(Duration.ofMinutes(5)), Optional.empty()))
            .build());
    assertThat(column("MAX(run_limit)")).isEqualTo(300);
    assertThat(column("MAX(wait_limit)")).isEqualTo(7_200);
  }

  @Test
  void aFinishedJobIsKeptForAsLongAsItsProcessSays() {
    accept(process().keep(Duration.ofHours(1)).build());
    assertThat(column("MAX(keep_seconds)")).isEqualTo(3_600);
  }

  private long column(String expression) {
    return jobs.stores.database.number("SELECT " + expression + " FROM drover.job");
  }
}
