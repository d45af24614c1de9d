package org.drover.wps.execution.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.job.JobId;

/**
 * What was last read of jobs and can never change, so that it is not read again for clients who
 * poll. Only of jobs whose values are small: a thousand of them are some 10 MB.
 */
public final class RecentJobs<V> {

  /** Longest value worth keeping, in characters or bytes. */
  public static final int SMALL = 4_000;

  private static final int MOST = 1_000;

  private final Map<JobId, V> values = Collections.synchronizedMap(new Bounded<>());

  /** What is kept of a job. */
  public Optional<V> find(JobId job) {
    return Optional.ofNullable(values.get(job));
  }

  /** Keeps what was read of a job; in its place the one goes that was asked for longest ago. */
  public void keep(JobId job, V value) {
    values.put(job, value);
  }

  private static final class Bounded<V> extends LinkedHashMap<JobId, V> {
    private static final long serialVersionUID = 1L;

    private Bounded() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<JobId, V> eldest) {
      return size() > MOST;
    }
  }
}
