package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.forecast.Outlook;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobTerms;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetResultTest {

  private static final Caller OWNER = new Caller("otto", Set.of(Roles.USE));
  private static final JobId ID = JobId.create();
  private static final JobFailure FAILURE =
      new JobFailure(Fault.DATA_NOT_ACCESSIBLE, Optional.of("input"), "It is not there.");

  private static JobView result(JobStatus job, Optional<JobFailure> failure) {
    GetStatus status =
        new GetStatus() {
          @Override
          public JobView get(JobId id, Caller caller) {
            return seen(job, failure);
          }
        };
    return Wiring.wire(new GetResult(), status).get(ID, OWNER);
  }

  private static JobView seen(JobStatus status, Optional<JobFailure> failure) {
    Job job =
        new Job(
            ID,
            "echo",
            "1",
            "otto",
            "short",
            status,
            0,
            "",
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            failure,
            JobTerms.USUAL);
    return new JobView(
        job,
        ProcessDescription.withdrawn("echo", "1"),
        new ExecuteRequest("echo", List.of(), List.of(), Mode.ASYNC, false, Map.of()),
        Outlook.NONE,
        List.of());
  }

  @Test
  void aJobThatHasSucceededGivesItsView() {
    assertThat(result(JobStatus.SUCCEEDED, Optional.empty()).job().id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED,RESULT_NOT_READY",
    "RUNNING,RESULT_NOT_READY",
    "PAUSED,RESULT_NOT_READY",
    "DISMISSED,NO_SUCH_JOB",
    "FAILED,PROCESS_FAILED"
  })
  void anyOtherHasNone(JobStatus status, Fault fault) {
    assertThatThrownBy(() -> result(status, Optional.empty()))
        .isInstanceOfSatisfying(WpsException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void aJobThatHasFailedSaysWhy() {
    assertThatThrownBy(() -> result(JobStatus.FAILED, Optional.of(FAILURE)))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.DATA_NOT_ACCESSIBLE);
              assertThat(e.locator()).contains("input");
            })
        .hasMessage("It is not there.");
  }
}
