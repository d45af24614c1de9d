package org.drover.wps.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs to list, the newest first.
 *
 * @param statuses in which they may be; empty for all
 * @param processes of which they may be; empty for all
 * @param after the last job of the page before; empty for the first page
 * @param limit most jobs of a page
 */
public record JobQuery(
    Set<JobStatus> statuses,
    Optional<String> owner,
    Set<String> processes,
    Optional<String> queue,
    Times times,
    Optional<JobId> after,
    int limit) {

  public JobQuery {
    statuses = Set.copyOf(statuses);
    processes = Set.copyOf(processes);
  }

  /**
   * When they were accepted and how long they have run, by the database's clock. Those that have
   * not begun have run for no time at all, neither short nor long.
   *
   * @param from earliest moment of acceptance
   * @param to latest moment of acceptance
   * @param shortest least time from beginning to end, or to now
   * @param longest most time from beginning to end, or to now
   */
  public record Times(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Duration> shortest,
      Optional<Duration> longest) {

    /** At any time, for any time. */
    public static final Times ANY =
        new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, of one owner only. */
  public JobQuery ofOwner(String name) {
    return new JobQuery(statuses, Optional.of(name), processes, queue, times, after, limit);
  }

  /** The same, one job more: whether there is one tells whether there is another page. */
  public JobQuery andOne() {
    return new JobQuery(statuses, owner, processes, queue, times, after, limit + 1);
  }
}
