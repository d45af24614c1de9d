package org.drover.wps.execution.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.StoredJson;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;

/** The canonical form of a request, as it lies in its job's row. */
@ApplicationScoped
public class StoredRequest {

  private final RecentJobs<ExecuteRequest> recent = new RecentJobs<>();

  @Inject private StoredJson json;
  @Inject private JobStore jobs;
  @Inject private JobFolders folders;

  /**
   * Writes a request for a job that takes over the files of the request's folder.
   *
   * @param request its large inputs lie in any folder, under names of their own
   */
  public String write(ExecuteRequest request, JobId job) {
    ExecuteRequest canonical =
        new ExecuteRequest(
            request.process(),
            moved(request.inputs(), job),
            request.outputs(),
            request.mode(),
            request.raw(),
            request.notes());
    String stored = json.write(canonical);
    remember(job, canonical, stored);
    return stored;
  }

  private List<Input> moved(List<Input> inputs, JobId job) {
    return inputs.stream().map(it -> it.with(moved(it.value(), job))).toList();
  }

  private InputValue moved(InputValue value, JobId job) {
    if (value instanceof InputValue.Complex complex) {
      return new InputValue.Complex(complex.format(), moved(complex.content(), job));
    }
    if (value instanceof InputValue.Reference reference) {
      Optional<Content> body = reference.body().map(it -> moved(it, job));
      return new InputValue.Reference(
          reference.href(),
          reference.post(),
          reference.headers(),
          body,
          reference.bodyHref(),
          reference.format());
    }
    if (value instanceof InputValue.Nested nested) {
      return new InputValue.Nested(moved(nested.inputs(), job));
    }
    return value;
  }

  private Content moved(Content content, JobId job) {
    if (content instanceof Content.InFile file) {
      return new Content.InFile(
          folders.inputs(job).resolve(file.path().getFileName()), file.length());
    }
    return content;
  }

  /**
   * Reads the request of a job.
   *
   * @throws IllegalStateException if there is no such job
   */
  public ExecuteRequest get(JobId job) {
    return find(job).orElseThrow(() -> new IllegalStateException("job " + job + " is gone"));
  }

  /** The request of a job, which never changes: those of clients who poll are read once. */
  public Optional<ExecuteRequest> find(JobId job) {
    return recent.find(job).or(() -> jobs.findRequest(job).map(it -> read(job, it)));
  }

  private ExecuteRequest read(JobId job, String stored) {
    ExecuteRequest request = json.read(stored, ExecuteRequest.class);
    remember(job, request, stored);
    return request;
  }

  private void remember(JobId job, ExecuteRequest request, String stored) {
    if (stored.length() <= RecentJobs.SMALL) {
      recent.keep(job, request);
    }
  }
}
