package org.drover.wps.job;

import java.util.Optional;

/**
 * Which jobs to list, the newest first.
 *
 * @param after the last job of the page before; empty for the first page
 * @param limit most jobs of a page
 */
public record JobQuery(
    Optional<JobStatus> status,
    Optional<String> owner,
    Optional<String> process,
    Optional<String> queue,
    Optional<JobId> after,
    int limit) {

  /** The same, of one owner only. */
  public JobQuery ofOwner(String name) {
    return new JobQuery(status, Optional.of(name), process, queue, after, limit);
  }

  /** The same, one job more: whether there is one tells whether there is another page. */
  public JobQuery andOne() {
    return new JobQuery(status, owner, process, queue, after, limit + 1);
  }
}
