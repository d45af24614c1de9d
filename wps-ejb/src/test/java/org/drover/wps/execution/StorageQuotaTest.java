package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageQuotaTest {

  @TempDir private Path data;

  @AfterEach
  void forgetSettings() {
    System.clearProperty(StorageQuota.OWNER_BYTES.key());
  }

  @Test
  void whoHoldsTooMuchIsToldWhatToDoAndOthersAreNotConcerned() throws IOException {
    KeptJobs kept = new KeptJobs(data);
    StorageQuota quota = Wiring.wire(new StorageQuota(), kept.stores.outputs);
    kept.keep(KeptJobs.request("a"), KeptJobs.ADA, "ten bytes.");
    quota.require(KeptJobs.ADA, 1000);

    System.setProperty(StorageQuota.OWNER_BYTES.key(), "100");
    quota.require(KeptJobs.ADA, 89);
    quota.require(KeptJobs.BOB, 99);
    assertThatExceptionOfType(WpsException.class)
        .isThrownBy(() -> quota.require(KeptJobs.ADA, 90))
        .withMessageContaining("10 of the 100 bytes")
        .withMessageContaining("Dismiss")
        .satisfies(it -> assertThat(it.fault()).isEqualTo(Fault.NOT_ENOUGH_STORAGE));
  }
}
