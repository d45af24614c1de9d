package org.drover.wps.job;

import java.util.List;

/**
 * A page of jobs, the newest first.
 *
 * @param more whether another page follows
 */
public record JobPage(List<Job> jobs, boolean more) {

  /** No jobs at all. */
  public static final JobPage EMPTY = new JobPage(List.of(), false);

  public JobPage {
    jobs = List.copyOf(jobs);
  }

  /** The page a query is for. */
  public static JobPage of(JobList list, JobQuery query) {
    List<Job> found = list.list(query.andOne());
    boolean more = found.size() > query.limit();
    return new JobPage(more ? found.subList(0, query.limit()) : found, more);
  }
}
