package org.drover.wps.output;

import java.util.Optional;
import org.drover.wps.job.JobId;

/**
 * What the outputs of finished jobs depend on. A key is forgotten with its job. Writes join the
 * transaction under way, or make one.
 */
public interface ResultKeyStore {

  /**
   * Notes what a job's outputs depend on.
   *
   * @param digest of process, version, inputs and outputs asked for
   */
  void storeKey(JobId job, String digest);

  /** The latest job of this owner that has made the same and has not expired. */
  Optional<JobId> findJob(String owner, String digest);
}
