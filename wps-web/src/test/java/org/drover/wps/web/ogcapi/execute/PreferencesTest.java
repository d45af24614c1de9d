package org.drover.wps.web.ogcapi.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PreferencesTest {

  private static ProcessDescription process(String modes) {
    Set<JobControl> control = EnumSet.of(JobControl.DISMISS);
    if (modes.contains("s")) {
      control.add(JobControl.SYNC_EXECUTE);
    }
    if (modes.contains("a")) {
      control.add(JobControl.ASYNC_EXECUTE);
    }
    return ProcessDescription.of("p", "1")
        .jobControl(control)
        .literalOutput("o", "O", LiteralType.STRING)
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | sa | SYNC  | ''",
        "''                        | a  | ASYNC | ''",
        "respond-async             | sa | ASYNC | respond-async",
        "'Respond-Async; x=1, wait=10' | sa | ASYNC | respond-async",
        "respond-async             | s  | SYNC  | ''",
        "respond-async             | a  | ASYNC | respond-async",
        "respond-sync              | sa | SYNC  | respond-sync",
        "respond-sync              | a  | ASYNC | ''",
        "'wait=5'                  | sa | SYNC  | ''",
        "'respond-async, return=minimal' | sa | ASYNC | 'respond-async, return=minimal'"
      })
  void theModeIsWhatIsPreferredAndPossible(String header, String modes, Mode mode, String applied) {
    Preferences preferences = Preferences.of(header.isEmpty() ? List.of() : List.of(header));

    assertThat(preferences.mode(process(modes))).isEqualTo(mode);
    assertThat(preferences.applied(mode, true)).isEqualTo(applied);
  }
}
