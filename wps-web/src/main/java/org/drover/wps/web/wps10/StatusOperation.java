package org.drover.wps.web.wps10;

import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.execution.JobView;
import org.drover.wps.job.JobId;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.Reply;
import org.drover.wps.web.ows.ResponseHeaders;

/** The stored response of a job, at its statusLocation (05-007r7 §10.3.1). */
final class StatusOperation {

  private final GetStatus getStatus;

  StatusOperation(GetStatus getStatus) {
    this.getStatus = getStatus;
  }

  void get(Call call) {
    ResponseHeaders.forbidStoring(call.response());
    String id = call.kvp().get("id");
    JobId job =
        JobId.parse(id)
            .orElseThrow(
                () -> new WpsException(Fault.NO_SUCH_JOB, id, "There is no such job (any more)."));
    JobView view = getStatus.get(job, Callers.of(call.request()));
    call.response().setContentType(ResponseHeaders.XML);
    Reply reply = new Reply(call.response());
    new ExecuteResponseWriter(reply, call.base()).writeJob(view);
    reply.close();
  }
}
