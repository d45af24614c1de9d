package org.drover.wps.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobFoldersTest {

  @TempDir private Path data;

  @Test
  void whatEarlierRunsTookInIsToldFromWhatThisOneDoes() throws IOException {
    Path old = Files.createDirectories(new JobFolders(data).newIncoming());
    JobFolders folders = new JobFolders(data);
    Path mine = Files.createDirectories(folders.newIncoming());
    assertThat(mine.getParent()).isNotEqualTo(old.getParent());
    assertThat(folders.earlierIncoming()).containsExactly(old.getParent());
  }

  @Test
  void theInputsOfAnEndedJobStay() throws IOException {
    JobFolders folders = new JobFolders(data);
    Attempt attempt = new Attempt(JobId.create(), 3);
    Files.createDirectories(folders.inputs(attempt.job()));
    Files.createDirectories(folders.scratch(attempt));
    Files.createDirectories(folders.parts(attempt.job()));

    folders.removeWork(attempt.job());
    assertThat(folders.inputs(attempt.job())).exists();
    assertThat(folders.work(attempt)).doesNotExist();
    assertThat(folders.parts(attempt.job())).doesNotExist();
  }

  @Test
  void removingWhatIsNotThereDoesNothing() {
    new JobFolders(data).remove(JobId.create());
    new JobFolders(data).removeWork(JobId.create());
    assertThat(data).isEmptyDirectory();
  }
}
