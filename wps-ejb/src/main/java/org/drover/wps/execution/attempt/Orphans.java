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
import org.drover.wps.config.Node;
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
    return forOld(folders.outputs(), YOUNG, this::removeOutputs)
        + forOld(folders.jobs(), YOUNG, this::removeFolders);
  }

  /**
   * Removes what killed servers have left of the work of ended jobs. Folders that have changed
   * within the time of a lease may be being cleaned up at this moment.
   *
   * @return how many jobs had ended
   */
  int sweepWork() throws IOException {
    return forOld(folders.jobs(), Node.LEASE.get(), this::removeWork);
  }

  private int removeOutputs(List<Path> files) {
    Set<String> known = outputs.namesAmong(files.stream().map(Orphans::name).toList());
    List<Path> unknown = files.stream().filter(it -> !known.contains(name(it))).toList();
    unknown.forEach(JobFolders::remove);
    return unknown.size();
  }

  private int removeFolders(List<Path> all) {
    List<JobId> ids = ids(all);
    Map<JobId, JobStatus> status = jobs.statusOf(ids);
    List<JobId> unknown = ids.stream().filter(it -> !status.containsKey(it)).toList();
    unknown.forEach(folders::remove);
    removeWorkOfEnded(status);
    return unknown.size();
  }

  private int removeWork(List<Path> all) {
    return removeWorkOfEnded(jobs.statusOf(ids(all)));
  }

  private int removeWorkOfEnded(Map<JobId, JobStatus> status) {
    List<JobId> ended = status.keySet().stream().filter(it -> status.get(it).isFinal()).toList();
    ended.forEach(folders::removeWork);
    return ended.size();
  }

  private static List<JobId> ids(List<Path> all) {
    return all.stream().flatMap(it -> JobId.parse(name(it)).stream()).toList();
  }

  private int forOld(Path folder, Duration age, Function<List<Path>, Integer> remove)
      throws IOException {
    int removed = 0;
    Instant limit = clock.instant().minus(age);
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
}
