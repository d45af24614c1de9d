package org.drover.wps.web.wps20;

import java.time.Clock;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.JobView;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.security.Caller;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.ResponseHeaders;
import org.drover.wps.web.ows.XmlElements;

/**
 * The operations on a job: GetStatus, GetResult (14-065r2 §9.6, §9.7), Dismiss (§12), and the
 * extension Pause and Resume. A job that was dismissed is none any more.
 */
final class JobOperations {

  private static final int LONGEST_ID = 1000;
  private static final String JOB_ID = "JobID";

  private final JobUseCases core;
  private final Clock clock;

  JobOperations(JobUseCases core, Clock clock) {
    this.core = core;
    this.clock = clock;
  }

  /** The JobID of a request document, on whose root it stands. */
  static String readId(XmlElements xml) throws XMLStreamException {
    String id = "";
    while (xml.nextChild()) {
      if (xml.is(JOB_ID) && id.isEmpty()) {
        id = xml.text(LONGEST_ID, JOB_ID).trim();
      } else if (xml.is("Extension")) {
        xml.skip();
      } else {
        throw xml.unexpected();
      }
    }
    if (id.isEmpty()) {
      throw OwsException.missing(JOB_ID);
    }
    return id;
  }

  static String readId(Call call) {
    return call.kvp().get(JOB_ID).trim();
  }

  void run(Operation operation, Call call, String id) {
    JobId job = JobId.parse(id).orElseThrow(() -> unknown(id));
    Caller caller = Callers.of(call.request());
    switch (operation) {
      case GET_STATUS -> status(call, requireThere(core.status().get(job, caller)));
      case GET_RESULT -> result(call, job, caller);
      case DISMISS -> {
        requireDismissible(requireThere(core.status().get(job, caller)));
        status(call, core.dismiss().dismiss(job, caller, ""));
      }
      case PAUSE -> {
        requireThere(core.status().get(job, caller));
        status(call, core.pause().pause(job, caller, ""));
      }
      case RESUME -> {
        requireThere(core.status().get(job, caller));
        status(call, core.resume().resume(job, caller, ""));
      }
      default -> throw new IllegalArgumentException(operation + " is not on a job");
    }
  }

  private void status(Call call, JobView view) {
    StatusInfoWriter.answer(call.response(), view, clock.instant());
  }

  /** What the job failed with is told as it is: it is no defect of this answer. */
  private void result(Call call, JobId job, Caller caller) {
    ResponseHeaders.forbidStoring(call.response());
    try {
      ResultWriter.answer(call, core.result().get(job, caller));
    } catch (WpsException e) {
      throw new OwsException(ErrorMapper.map(e), e);
    }
  }

  private static JobView requireThere(JobView view) {
    if (view.job().status() == JobStatus.DISMISSED) {
      throw unknown(view.job().id().toString());
    }
    return view;
  }

  private static void requireDismissible(JobView view) {
    if (!new Offer(view.process()).dismisses()) {
      throw new OwsException(
          new OwsError(
              "OperationNotSupported",
              Operation.DISMISS.title(),
              "Jobs of process " + view.process().id() + " cannot be dismissed.",
              501));
    }
  }

  private static WpsException unknown(String id) {
    return new WpsException(Fault.NO_SUCH_JOB, id, "There is no such job (any more).");
  }
}
