package org.drover.wps.execution.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of workers of servers that are gone. */
class WorkerFilesTest {

  @TempDir Path folder;

  private WorkerFiles after(int days) {
    Instant then = Instant.now().plus(Duration.ofDays(days));
    return new WorkerFiles(folder, Clock.fixed(then, ZoneOffset.UTC));
  }

  @Test
  void whatNoWorkerHasUsedForAMonthIsRemoved() throws IOException {
    Path used = Files.createFile(folder.resolve("used.jar"));
    Path unused = Files.createFile(folder.resolve("unused.jsa"));
    Path leftover = Files.createDirectories(folder.resolve("x.making/lib"));
    assertThat(after(20).use(used)).isTrue();
    assertThat(after(29).sweep()).isZero();
    assertThat(after(31).sweep()).isEqualTo(2);
    assertThat(used).exists();
    assertThat(unused).doesNotExist();
    assertThat(leftover.getParent()).doesNotExist();
    assertThat(after(51).sweep()).isEqualTo(1);
    assertThat(after(51).use(used)).isFalse();
  }

  @Test
  void filesOfOthersAreLeftAsTheyAre() throws IOException {
    Path other = Files.createFile(folder.resolve("other.jar"));
    Instant before = Files.getLastModifiedTime(other).toInstant();
    WorkerFiles files =
        new WorkerFiles(
            folder.resolve("workers"), Clock.offset(Clock.systemUTC(), Duration.ofDays(9)));
    assertThat(files.use(other)).isTrue();
    assertThat(Files.getLastModifiedTime(other).toInstant()).isEqualTo(before);
    assertThat(files.sweep()).isZero();
  }
}
