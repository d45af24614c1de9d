package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.drover.wps.data.Content;
import org.drover.wps.data.OutputValue;
import org.drover.wps.execution.request.RecentJobs;
import org.drover.wps.job.JobId;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.StoredOutput;

/** The outputs of jobs that have succeeded, which never change; the small ones are read once. */
@ApplicationScoped
public class FinishedOutputs {

  @Inject private OutputStore outputs;

  private final RecentJobs<List<StoredOutput>> recent = new RecentJobs<>();

  /** The outputs of a job that is known to have succeeded, in the order asked for. */
  public List<StoredOutput> list(JobId job) {
    return recent.find(job).orElseGet(() -> read(job));
  }

  private List<StoredOutput> read(JobId job) {
    List<StoredOutput> stored = outputs.listOutputs(job);
    if (stored.stream().mapToLong(it -> size(it.output().value())).sum() <= RecentJobs.SMALL) {
      recent.keep(job, stored);
    }
    return stored;
  }

  private static long size(OutputValue value) {
    if (value instanceof OutputValue.Literal literal) {
      return literal.text().length();
    }
    return value instanceof OutputValue.Complex complex
            && complex.content() instanceof Content.InMemory memory
        ? memory.length()
        : 0;
  }
}
