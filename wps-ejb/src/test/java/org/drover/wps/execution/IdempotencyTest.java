package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.drover.wps.execution.KeptJobs.ADA;
import static org.drover.wps.execution.KeptJobs.BOB;
import static org.drover.wps.execution.KeptJobs.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.job.JobId;
import org.drover.wps.job.KeyTakenException;
import org.drover.wps.security.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdempotencyTest {

  @TempDir private Path data;
  private KeptJobs kept;
  private Idempotency idempotency;
  private int made;

  @BeforeEach
  void wire() {
    kept = new KeptJobs(data);
    idempotency = Wiring.wire(new Idempotency(), kept.stores.keys, kept.status);
  }

  private JobId execute(String input, String key, Caller caller) {
    ExecuteOptions options =
        new ExecuteOptions(Optional.of(ExecuteOptions.ClientKey.of(key)), true, List.of());
    return id(idempotency.once(request(input).with(options), caller, it -> make(it, caller)));
  }

  private ExecuteAnswer make(ExecuteRequest request, Caller caller) {
    try {
      JobId id = kept.keep(request, caller, "x");
      made++;
      return new ExecuteAnswer.Accepted(KeptJobs.PROCESS, kept.status.get(id, caller));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JobId id(ExecuteAnswer answer) {
    return ((ExecuteAnswer.Accepted) answer).view().job().id();
  }

  @Test
  void theSameRequestUnderTheSameKeyIsTheSameJob() {
    JobId first = execute("a", "k", ADA);
    assertThat(execute("a", "k", ADA)).isEqualTo(first);
    assertThat(made).isEqualTo(1);
    assertThat(execute("a", "l", ADA)).isNotEqualTo(first);
    assertThat(execute("a", "k", BOB)).isNotEqualTo(first);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    execute("a", "k", ADA);
    assertThatExceptionOfType(WpsException.class)
        .isThrownBy(() -> execute("b", "k", ADA))
        .satisfies(
            it -> {
              assertThat(it.fault()).isEqualTo(Fault.KEY_REUSED);
              assertThat(it.locator()).contains("Idempotency-Key");
            });
    assertThat(made).isEqualTo(1);
  }

  @Test
  void whoComesSecondAtTheSameMomentGetsTheFirstOnesJob() {
    ExecuteOptions options =
        new ExecuteOptions(Optional.of(ExecuteOptions.ClientKey.of("k")), true, List.of());
    ExecuteAnswer answer =
        idempotency.once(
            request("a").with(options),
            ADA,
            it -> {
              execute("a", "k", ADA);
              throw new KeyTakenException(null);
            });
    assertThat(kept.stores.keys.findKey("ada", "k").orElseThrow().job()).isEqualTo(id(answer));
  }

  @Test
  void withoutAKeyEachRequestIsAJob() {
    for (int i = 0; i < 2; i++) {
      idempotency.once(request("a"), ADA, it -> make(it, ADA));
    }
    assertThat(made).isEqualTo(2);
  }
}
