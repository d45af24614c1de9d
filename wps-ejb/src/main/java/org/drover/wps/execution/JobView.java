package org.drover.wps.execution;

import java.util.List;
import java.util.OptionalLong;
import org.drover.wps.job.Job;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * A job as its owner sees it through any protocol.
 *
 * @param process description of the version that was accepted
 * @param request what was asked for
 * @param place how many jobs of its queue go before it; present while it waits
 * @param outputs present once it has succeeded; empty before
 */
public record JobView(
    Job job,
    ProcessDescription process,
    ExecuteRequest request,
    OptionalLong place,
    List<StoredOutput> outputs) {
  public JobView {
    outputs = List.copyOf(outputs);
  }
}
