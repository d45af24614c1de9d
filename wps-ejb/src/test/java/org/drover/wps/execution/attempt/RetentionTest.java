package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.drover.wps.config.Node;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path data;
  private Stores stores;
  private JobFolders folders;
  private Retention retention;
  private Orphans orphans;

  @BeforeEach
  void wire() {
    stores = new Stores(TestDatabase.h2(), data);
    folders = new JobFolders(data);
    retention =
        Wiring.wire(
            new Retention(), stores.jobs, Wiring.wire(new OutputFiles(), stores.outputs), folders);
    orphans =
        Wiring.wire(
            new Orphans(Clock.fixed(NOW, ZoneOffset.UTC)), stores.jobs, stores.outputs, folders);
  }

  @Test
  void anExpiredJobGoesWithAllItsFiles() throws IOException {
    Attempt attempt = finished("a.json");
    file(folders.inputs(attempt.job()).resolve("input-1"), NOW);
    Attempt kept = finished("b.json");
    expire(attempt.job());

    assertThat(retention.sweep()).isEqualTo(1);
    assertThat(stores.jobs.findJob(attempt.job())).isEmpty();
    assertThat(folders.outputs()).isDirectoryContaining("glob:**/b.json");
    assertThat(folders.outputs().resolve("a.json")).doesNotExist();
    assertThat(folders.inputs(attempt.job()).getParent()).doesNotExist();
    assertThat(stores.jobs.findJob(kept.job())).isPresent();
  }

  @Test
  void manyExpiredJobsGoAtOnce() throws IOException {
    for (int i = 0; i < 450; i++) {
      stores.jobs.succeed(stores.start());
    }
    stores.database.execute("UPDATE drover.job SET expires = expires - INTERVAL '2' DAY");
    assertThat(retention.sweep()).isEqualTo(450);
  }

  @Test
  void outputsThatCannotBeReadDoNotHoldUpTheOthers() throws IOException {
    Attempt broken = finished("a.json");
    stores.database.execute("UPDATE drover.output SET content = '{\"value\":{\"kind\":\"New\"}}'");
    Attempt other = finished("b.json");
    expire(broken.job());
    expire(other.job());

    assertThat(retention.sweep()).isEqualTo(2);
    assertThat(folders.outputs().resolve("b.json")).doesNotExist();
  }

  @Test
  void oldFilesNoRowNamesAreRemoved() throws IOException {
    finished("kept.json");
    file(folders.outputs().resolve("old.json"), NOW.minus(Duration.ofHours(2)));
    file(folders.outputs().resolve("young.json"), NOW.minus(Duration.ofMinutes(59)));
    JobId unknown = JobId.create();
    file(folders.inputs(unknown).resolve("input-1"), NOW);
    Files.setLastModifiedTime(
        folders.inputs(unknown).getParent(), FileTime.from(NOW.minus(Duration.ofHours(2))));

    assertThat(orphans.sweep()).isEqualTo(2);
    assertThat(folders.outputs().resolve("kept.json")).exists();
    assertThat(folders.outputs().resolve("young.json")).exists();
    assertThat(folders.outputs().resolve("old.json")).doesNotExist();
    assertThat(folders.inputs(unknown).getParent()).doesNotExist();
  }

  @Test
  void workFilesOfAnEndedJobAreRemovedAndThoseOfARunningOneStay() throws IOException {
    Attempt ended = finished("a.json");
    Attempt running = stores.start();
    for (Attempt each : List.of(ended, running)) {
      file(folders.work(each).resolve("x"), NOW);
      file(folders.inputs(each.job()).resolve("input-1"), NOW);
      Files.setLastModifiedTime(
          folders.work(each).getParent(), FileTime.from(NOW.minus(Duration.ofHours(2))));
    }
    assertThat(orphans.sweep()).isZero();
    assertThat(folders.work(ended)).doesNotExist();
    assertThat(folders.inputs(ended.job()).resolve("input-1")).exists();
    assertThat(folders.work(running).resolve("x")).exists();
  }

  @Test
  void workOfAnEndedJobIsRemovedOnceItsSlotMustBeDone() throws IOException {
    Attempt ended = finished("a.json");
    Attempt running = stores.start();
    for (Attempt each : List.of(ended, running)) {
      file(folders.work(each).resolve("x"), NOW);
      Files.setLastModifiedTime(folders.work(each).getParent(), FileTime.from(NOW));
    }
    assertThat(orphans.sweepWork()).isZero();
    assertThat(folders.work(ended).resolve("x")).exists();

    for (Attempt each : List.of(ended, running)) {
      Files.setLastModifiedTime(
          folders.work(each).getParent(),
          FileTime.from(NOW.minus(Node.LEASE.get().plusSeconds(1))));
    }
    assertThat(orphans.sweepWork()).isEqualTo(1);
    assertThat(folders.work(ended)).doesNotExist();
    assertThat(folders.work(running).resolve("x")).exists();
  }

  @Test
  void anEmptyDataFolderIsNoFailure() throws IOException {
    assertThat(orphans.sweep()).isZero();
  }

  private Attempt finished(String name) throws IOException {
    Attempt attempt = stores.start();
    Path file = file(folders.outputs().resolve(name), NOW.minus(Duration.ofHours(3)));
    stores.outputs.store(
        List.of(
            new StoredOutput(
                attempt.job(),
                name,
                new Output(
                    "out",
                    OutputRequest.of("out"),
                    new OutputValue.Complex(Format.JSON, new Content.InFile(file, 1))))));
    stores.jobs.succeed(attempt);
    return attempt;
  }

  private void expire(JobId id) {
    stores.database.execute(
        "UPDATE drover.job SET expires = expires - INTERVAL '2' DAY WHERE id = ?", id.value());
  }

  private static Path file(Path file, Instant time) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
