package org.drover.wps.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.Attempt;
import org.junit.jupiter.api.Test;

/** What every {@link ResultKeyStore} does. */
public abstract class ResultKeyStoreContract {

  private static final String OWNER = "otto";

  private final Stores stores;

  protected ResultKeyStoreContract(TestDatabase database) {
    stores = new Stores(database);
  }

  private Attempt succeeded(String digest) {
    Attempt attempt = stores.start();
    stores.results.storeKey(attempt.job(), digest);
    stores.jobs.succeed(attempt);
    return attempt;
  }

  @Test
  void theLatestResultIsFoundByItsOwnerAlone() {
    succeeded("d");
    Attempt latest = succeeded("d");
    succeeded("e");
    assertThat(stores.results.findJob(OWNER, "d")).contains(latest.job());
    assertThat(stores.results.findJob(OWNER, "f")).isEmpty();
    assertThat(stores.results.findJob("ada", "d")).isEmpty();
  }

  @Test
  void aResultIsThereOnceItsJobHasSucceededAndUntilItExpires() {
    Attempt attempt = stores.start();
    stores.results.storeKey(attempt.job(), "d");
    assertThat(stores.results.findJob(OWNER, "d")).isEmpty();
    stores.jobs.succeed(attempt);
    assertThat(stores.results.findJob(OWNER, "d")).isPresent();
    stores.database.execute("UPDATE drover.job SET expires = CURRENT_TIMESTAMP");
    assertThat(stores.results.findJob(OWNER, "d")).isEmpty();
  }

  @Test
  void aKeyIsForgottenWithItsJob() {
    Attempt attempt = succeeded("d");
    stores.jobs.delete(attempt.job());
    assertThat(stores.database.number("SELECT COUNT(*) FROM drover.result_key")).isZero();
  }
}
