package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobStore;
import org.drover.wps.output.OutputStore;

/**
 * Removes files no row names: what was moved into place for a transaction that then failed, and
 * what a killed server did not come to remove. Young files are left alone, as their row may be
 * about to be committed.
 */
@ApplicationScoped
public class Orphans {

  private static final Duration YOUNG = Duration.ofHours(1);
  private static final int AT_ONCE = 500;

  @Inject private JobStore jobs;
  @Inject private OutputStore outputs;
  @Inject private JobFolders folders;

  private final Clock clock;

  public Orphans() {
    this(Clock.systemUTC());
  }

  Orphans(Clock clock) {
    this.clock = clock;
  }

  /**
   * Looks through outputs and job folders once.
   *
   * @return how many outputs and job folders were removed
   */
  int sweep() throws IOException {
    return forOld(folders.outputs(), this::removeOutputs)
        + forOld(folders.jobs(), this::removeFolders);
  }

  private int removeOutputs(List<Path> files) {
    Set<String> known = outputs.namesAmong(files.stream().map(Orphans::name).toList());
    List<Path> unknown = files.stream().filter(it -> !known.contains(name(it))).toList();
    unknown.forEach(JobFolders::remove);
    return unknown.size();
  }

  private int removeFolders(List<Path> all) {
    Map<Path, JobId> ids =
        all.stream()
            .filter(it -> JobId.parse(name(it)).isPresent())
            .collect(Collectors.toMap(Function.identity(), Orphans::id));
    Map<JobId, JobStatus> status = jobs.statusOf(ids.values());
    List<JobId> unknown = ids.values().stream().filter(it -> !status.containsKey(it)).toList();
    unknown.forEach(folders::remove);
    status.forEach(this::removeWorkOfEnded);
    return unknown.size();
  }

  private void removeWorkOfEnded(JobId job, JobStatus status) {
    if (status.isFinal()) {
      folders.removeWork(job);
    }
  }

  private int forOld(Path folder, Function<List<Path>, Integer> remove) throws IOException {
    int removed = 0;
    Instant limit = clock.instant().minus(YOUNG);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> old = new ArrayList<>();
      for (Path entry : entries) {
        if (isOlder(entry, limit)) {
          old.add(entry);
        }
        if (old.size() == AT_ONCE) {
          removed += remove.apply(old);
          old.clear();
        }
      }
      return removed + remove.apply(old);
    } catch (NoSuchFileException e) {
      return 0; // nothing was ever stored
    }
  }

  private static boolean isOlder(Path entry, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(entry).toInstant().isBefore(limit);
    } catch (NoSuchFileException e) {
      return false; // removed meanwhile
    }
  }

  private static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }

  private static JobId id(Path path) {
    return JobId.parse(name(path)).orElseThrow();
  }
}
