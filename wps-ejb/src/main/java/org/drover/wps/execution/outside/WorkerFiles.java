package org.drover.wps.execution.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.drover.wps.job.JobFolders;

/**
 * The folder of class paths and archives of workers, which all nodes share. What no worker has
 * started with for a month belonged to a server or a deployment that is gone.
 */
@ApplicationScoped
public class WorkerFiles {

  private static final Duration UNUSED = Duration.ofDays(30);
  private static final Duration OFTEN_ENOUGH = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;

  /** For the container's proxy. */
  protected WorkerFiles() {
    this(Path.of(""), Clock.systemUTC());
  }

  @Inject
  public WorkerFiles(JobFolders folders) {
    this(folders.workers(), Clock.systemUTC());
  }

  WorkerFiles(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  Path folder() {
    return folder;
  }

  /** Whether a file is there; it is not removed within a month, then. */
  boolean use(Path file) throws IOException {
    try {
      if (file.startsWith(folder) && isOlder(file, OFTEN_ENOUGH)) {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      }
      return Files.exists(file);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Removes what is not used.
   *
   * @return how many files and folders
   */
  public int sweep() throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path each : entries) {
        if (isOlder(each, UNUSED)) {
          JobFolders.remove(each);
          removed++;
        }
      }
    } catch (NoSuchFileException e) {
      return removed; // no worker has ever started, or another node was first
    }
    return removed;
  }

  private boolean isOlder(Path file, Duration age) throws IOException {
    Instant limit = clock.instant().minus(age);
    return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
  }
}
