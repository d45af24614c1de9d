package org.drover.wps.backend;

import java.time.Duration;

/**
 * What a program and all it starts may use.
 *
 * @param memoryBytes memory, files in its private temporary folder included
 * @param processes processes and threads at once
 * @param cpus processors' worth of computing at once
 * @param cpuTime computing time of all processes together
 * @param time from beginning to end
 * @param fileBytes size of any one file
 * @param folderBytes size of all files in the work folder together
 */
public record ResourceLimits(
    long memoryBytes,
    int processes,
    double cpus,
    Duration cpuTime,
    Duration time,
    long fileBytes,
    long folderBytes) {

  private static final long MEGABYTE = 1_000_000;

  /** A time nobody has set a limit to. Engines with limits of their own are asked for none. */
  public static final Duration ENDLESS = Duration.ofDays(36_500);

  /** What holds where an author says nothing. */
  public static final ResourceLimits USUAL =
      new ResourceLimits(
          1_000 * MEGABYTE,
          64,
          1,
          Duration.ofHours(1),
          Duration.ofHours(1),
          2_000 * MEGABYTE,
          4_000 * MEGABYTE);

  /** The same, with another time from beginning to end. */
  public ResourceLimits within(Duration limit) {
    return new ResourceLimits(memoryBytes, processes, cpus, cpuTime, limit, fileBytes, folderBytes);
  }

  /** Whether there is a limit to the time from beginning to end. */
  public boolean isTimed() {
    return time.compareTo(ENDLESS) < 0;
  }
}
