package org.drover.wps.output;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.job.JobId;

/** The outputs of finished jobs. Writes join the transaction under way, or make one. */
public interface OutputStore {

  /** Stores outputs, in order; their files are already published. */
  void store(List<StoredOutput> outputs);

  Optional<StoredOutput> findOutput(String name);

  /** The outputs of a job, in order. */
  List<StoredOutput> listOutputs(JobId job);

  /** Forgets the outputs of a job; their files are the caller's to remove. */
  void delete(JobId job);

  /** How many bytes the outputs and the input files of an owner's jobs have. */
  long bytesOf(String owner);

  /** Those of the names that are stored. */
  Set<String> namesAmong(Collection<String> names);
}
