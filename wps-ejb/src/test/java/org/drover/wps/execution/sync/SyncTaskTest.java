package org.drover.wps.execution.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyncTaskTest {

  @TempDir private Path data;
  private Path folder;

  @BeforeEach
  void makeFolder() throws Exception {
    folder = Files.createDirectories(data.resolve("run"));
  }

  @Test
  void aFolderTakenOverStays() throws Exception {
    SyncTask task = new SyncTask(List::of, folder);
    task.call();
    task.keep();
    task.abandon();
    assertThat(folder).exists();
  }

  @Test
  void theFolderOfAFailedRunIsRemoved() throws Exception {
    SyncTask task = new SyncTask(List::of, folder);
    task.call();
    task.abandon();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aRunAbandonedBeforeItBeganNeverBegins() throws Exception {
    SyncTask task =
        new SyncTask(
            () -> {
              throw new AssertionError("began");
            },
            folder);
    task.abandon();
    assertThat(folder).doesNotExist();
    assertThat(task.call()).isEmpty();
  }

  @Test
  void theFolderOfARunThatCannotBeInterruptedIsRemovedWhenItEnds() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    SyncTask task =
        new SyncTask(
            () -> {
              began.countDown();
              awaitDeafly(goOn);
              Files.createDirectories(folder);
              Files.writeString(folder.resolve("late"), "x");
              return List.of();
            },
            folder);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<?> run = executor.submit(task);
      began.await();
      task.abandon();
      assertThat(folder).exists();
      goOn.countDown();
      run.get();
      assertThat(folder).doesNotExist();
      assertThat(executor.submit(Thread::interrupted).get()).isFalse();
    } finally {
      executor.shutdownNow();
    }
  }

  private static void awaitDeafly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
