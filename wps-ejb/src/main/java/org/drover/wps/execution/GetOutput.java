package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.drover.wps.job.JobStatus;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.security.Caller;

/** Finds an output of a finished job by the name in its address. */
@UseCase
@ApplicationScoped
public class GetOutput {

  @Inject private OutputStore outputs;
  @Inject private JobAccess jobs;

  /** The output, or empty when there is none for this caller, or no longer, as when dismissed. */
  public Optional<StoredOutput> find(String name, Caller caller) {
    return outputs
        .findOutput(name)
        .filter(
            it ->
                jobs.find(it.job(), caller)
                    .filter(job -> job.status() == JobStatus.SUCCEEDED)
                    .isPresent());
  }
}
