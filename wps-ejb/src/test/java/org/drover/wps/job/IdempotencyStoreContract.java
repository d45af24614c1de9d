package org.drover.wps.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.IdempotencyStore.Known;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyStore} does. */
public abstract class IdempotencyStoreContract {

  private static final int AT_ONCE = 16;

  private final Stores stores;

  protected IdempotencyStoreContract(TestDatabase database) {
    stores = new Stores(database);
  }

  @Test
  void aKeyLeadsToItsJobForItsOwnerAlone() {
    Known known = new Known(stores.accept("short"), "f");
    assertThat(stores.keys.findKey("ada", "k")).isEmpty();
    stores.keys.claimKey("ada", "k", known);

    assertThat(stores.keys.findKey("ada", "k")).contains(known);
    assertThat(stores.keys.findKey("ada", "K")).isEmpty();
    assertThat(stores.keys.findKey("bob", "k")).isEmpty();
    stores.keys.claimKey("bob", "k", known);
  }

  @Test
  void aKeyInUseIsNotGivenToAnotherJob() {
    Known first = new Known(stores.accept("short"), "f");
    Known second = new Known(stores.accept("short"), "f");
    stores.keys.claimKey("ada", "k", first);

    assertThatThrownBy(() -> stores.keys.claimKey("ada", "k", second))
        .isInstanceOf(KeyTakenException.class);
    assertThat(stores.keys.findKey("ada", "k")).contains(first);
  }

  @Test
  void aKeyIsForgottenWithItsJob() {
    Attempt attempt = stores.start();
    stores.keys.claimKey("ada", "k", new Known(attempt.job(), "f"));
    stores.jobs.succeed(attempt);
    stores.jobs.delete(attempt.job());
    assertThat(stores.keys.findKey("ada", "k")).isEmpty();
  }

  @Test
  void ofManyAtTheSameMomentOneGetsTheKeyAndTheOthersLeaveNoJob() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Callable<Boolean> storing = this::storeUnderOneKey;
      List<Future<Boolean>> stored =
          threads.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> storing).toList());
      int winners = 0;
      for (Future<Boolean> each : stored) {
        winners += each.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
    assertThat(stores.database.number("SELECT COUNT(*) FROM drover.job")).isEqualTo(1);
    assertThat(stores.keys.findKey("ada", "k")).isPresent();
  }

  private boolean storeUnderOneKey() throws Exception {
    try {
      return stores.database.inTransaction(
          () -> {
            stores.keys.claimKey("ada", "k", new Known(stores.accept("short"), "f"));
            return true;
          });
    } catch (KeyTakenException e) {
      return false;
    }
  }
}
