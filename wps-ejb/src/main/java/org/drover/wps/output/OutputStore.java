package org.drover.wps.output;

import java.util.List;
import java.util.Optional;
import org.drover.wps.job.JobId;

/** The outputs of finished jobs. Writes join the transaction under way, or make one. */
public interface OutputStore {

  /** Stores outputs, in order; their files are already published. */
  void store(List<StoredOutput> outputs);

  Optional<StoredOutput> findOutput(String name);

  /** The outputs of a job, in order. */
  List<StoredOutput> listOutputs(JobId job);
}
