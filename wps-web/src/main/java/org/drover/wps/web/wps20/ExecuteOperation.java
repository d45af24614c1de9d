package org.drover.wps.web.wps20;

import java.time.Clock;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.Execute;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.job.JobStatus;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.EstimateWriter;
import org.drover.wps.web.ows.ExecuteOptionsReader;
import org.drover.wps.web.ows.ExecuteParameters;
import org.drover.wps.web.ows.InputLimits;
import org.drover.wps.web.ows.ResponseHeaders;
import org.drover.wps.web.ows.XmlElements;

/** Execute (14-065r2 §9.5). */
final class ExecuteOperation {

  private final CallerCatalogue catalogue;
  private final Execute execute;
  private final EstimateJob estimate;
  private final Clock clock;

  ExecuteOperation(CallerCatalogue catalogue, Execute execute, EstimateJob estimate, Clock clock) {
    this.catalogue = catalogue;
    this.execute = execute;
    this.estimate = estimate;
    this.clock = clock;
  }

  void post(Call call, XmlElements xml) throws XMLStreamException {
    ExecuteOptions options =
        new ExecuteOptionsReader(call.request(), Wps20.links(call.base())).read();
    ExecuteParameters parameters = ExecuteParameters.of(call.request().getQueryString());
    try (Intake intake = execute.openIntake()) {
      ExecuteRequest request =
          new ExecuteXmlReader(xml, id -> process(id, call), intake, InputLimits.fromSettings())
              .read();
      while (xml.reader().hasNext()) {
        xml.reader().next();
      }
      ResponseHeaders.forbidStoring(call.response());
      ExecuteRequest wanted = parameters.applied(request.with(options));
      if (parameters.dryRun()) {
        EstimateWriter.answer(
            call.response(), estimate.estimate(wanted, Callers.of(call.request())));
      } else {
        run(call, wanted, intake);
      }
    }
  }

  private ProcessDescription process(String id, Call call) {
    return catalogue.getRunnable(id, Callers.of(call.request())).description();
  }

  private void run(Call call, ExecuteRequest request, Intake intake) {
    try (ExecuteAnswer answer = execute.execute(request, Callers.of(call.request()), intake)) {
      if (answer instanceof ExecuteAnswer.Finished finished) {
        ResultWriter.answer(call, finished.outputs(), finished.request().raw());
      } else if (answer instanceof ExecuteAnswer.Accepted accepted) {
        writeJob(call, accepted.view(), request.mode());
      }
    }
  }

  /** Outputs to be kept make a job also of a run the client waits for. */
  private void writeJob(Call call, JobView view, Mode wanted) {
    if (wanted != Mode.ASYNC && view.job().status() == JobStatus.SUCCEEDED) {
      ResultWriter.answer(call, view);
    } else {
      StatusInfoWriter.answerAccepted(call.response(), view, clock.instant());
    }
  }
}
