package org.drover.wps.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.drover.wps.error.Fault;
import org.junit.jupiter.api.Test;

class StorageFailureTest {

  @Test
  void aFullDiskSaysSo() {
    IOException full = new IOException("No space left on device");
    assertThat(StorageFailure.isOfTheDisk(full)).isTrue();
    assertThat(StorageFailure.explain(full).fault()).isEqualTo(Fault.NOT_ENOUGH_STORAGE);
  }

  @Test
  void aDiskThatTakesNothingIsAwayForAWhile() {
    IOException readOnly = new FileSystemException("/data/jobs/1", null, "Read-only file system");
    assertThat(StorageFailure.isOfTheDisk(readOnly)).isTrue();
    assertThat(StorageFailure.explain(readOnly).fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(StorageFailure.explain(readOnly)).hasMessageContaining("cannot write");
  }

  @Test
  void aMissingFileIsNoFaultOfTheDisk() {
    assertThat(StorageFailure.isOfTheDisk(new java.nio.file.NoSuchFileException("a"))).isFalse();
  }
}
