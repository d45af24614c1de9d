package org.drover.wps.backend.gridengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Grid Engine's programs say, in states a test cannot bring about at once. */
class GridEngineTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 12s, ",
    "100 : assumedly after job, 12s, CANCELLED",
    "100 : assumedly after job, 300s, OUT_OF_TIME",
    "37  : qmaster enforced h_rt limit, 300s, OUT_OF_TIME",
    "19  : before writing exit_status, 12s, LOST"
  })
  void anAccountTellsWhoEndedATask(String failed, String wallclock, Reason expected) {
    String text =
        String.join(
            "\n",
            "==============================",
            "failed       " + failed,
            "ru_wallclock " + wallclock,
            "category     -q short -l h_rt=300,h_vmem=1000");
    assertThat(Account.parse(text).orElseThrow().listed("7.1").verdict().map(Ending::reason))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void noAccountIsNone() {
    assertThat(Account.parse("error: job id 7 not found")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "qw, WAITING",
    "hqw, PAUSED",
    "r, RUNNING",
    "t, RUNNING",
    "s, PAUSED",
    "S, PAUSED",
    "dr, RUNNING",
    "Eqw, ENDED"
  })
  void lettersAreStates(String letters, Phase expected) throws Exception {
    List<JobEntry> all =
        JobEntry.parse(
            "<job_info><queue_info><job_list state='x'><JB_job_number>7</JB_job_number>"
                + "<JB_name>drover-x</JB_name><state>"
                + letters
                + "</state><tasks>3</tasks></job_list></queue_info></job_info>");
    assertThat(all).hasSize(1);
    assertThat(all.get(0).place()).isEqualTo(new Place("drover-x", 2));
    assertThat(all.get(0).listed("").state().phase()).isEqualTo(expected);
  }

  @Test
  void aTaskIsToldWhyItCouldNotStartAndNotWhyAnotherCouldNot() {
    String text = "error reason    1:      no such folder\nerror reason    2:      no user";
    assertThat(Reasons.of(text, 2, true)).endsWith("no user");
  }
}
