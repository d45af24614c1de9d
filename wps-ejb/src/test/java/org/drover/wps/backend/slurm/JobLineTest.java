package org.drover.wps.backend.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Listed;
import org.drover.wps.backend.scheduler.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of squeue that a test cannot make Slurm say at once. */
class JobLineTest {

  private static Listed listed(String state, String reason, int restarts) {
    String line = "12|3|drover-x|" + state + "|" + reason + "|" + restarts + "|1-02:03:04|";
    return JobLine.parse(line).orElseThrow().listed();
  }

  @Test
  void aRunningTaskTellsItsPlaceNumberAndTime() {
    JobLine line = JobLine.parse("12|3|drover-x|RUNNING|None|0|1-02:03:04|").orElseThrow();
    assertThat(line.place()).isEqualTo(new Place("drover-x", 3));
    assertThat(line.listed().id()).isEqualTo("12_3");
    assertThat(line.listed().state().ran())
        .contains(Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4));
  }

  @Test
  void jobsOfNoArrayAreNotOurs() {
    assertThat(JobLine.parse("12|N/A|other|RUNNING|None|0|0:01|")).isEmpty();
    assertThat(JobLine.parse("slurm_load_jobs error")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NODE_FAIL, NodeDown, LOST",
    "BOOT_FAIL, None, LOST",
    "PREEMPTED, None, LOST",
    "TIMEOUT, TimeLimit, OUT_OF_TIME",
    "DEADLINE, None, OUT_OF_TIME",
    "OUT_OF_MEMORY, OutOfMemory, OUT_OF_MEMORY",
    "CANCELLED, None, CANCELLED",
    "PENDING, launch_failed_requeued_held, NOT_STARTED"
  })
  void anEndThatIsNotTheProgramsHasAReason(String state, String reason, Reason expected) {
    Listed listed = listed(state, reason, 0);
    assertThat(listed.state().phase()).isEqualTo(Phase.ENDED);
    assertThat(listed.verdict().map(Ending::reason)).contains(expected);
  }

  @Test
  void whatAnAdministratorHoldsWaitsAndWhatSlurmHoldsAfterATryHasEnded() {
    assertThat(listed("PENDING", "JobHeldAdmin", 0).state().phase()).isEqualTo(Phase.WAITING);
    assertThat(listed("PENDING", "JobHeldAdmin", 1).verdict().map(Ending::reason))
        .isEqualTo(Optional.of(Reason.NOT_STARTED));
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, None", "FAILED, NonZeroExitCode"})
  void ofAProgramsOwnEndItsRecordTells(String state, String reason) {
    assertThat(listed(state, reason, 0).verdict()).isEmpty();
  }
}
