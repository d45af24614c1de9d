package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.data.Input;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputEncoder;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;

/** Runs a process now, or accepts a job for it. */
@UseCase
@ApplicationScoped
public class Execute {

  @Inject private CallerCatalogue catalogue;
  @Inject private InputCheck inputCheck;
  @Inject private SyncRuns syncRuns;
  @Inject private Acceptance acceptance;
  @Inject private KeptRun keptRun;
  @Inject private GetStatus status;
  @Inject private JobFolders folders;

  /** Opens the folder for the large inputs of one request; the protocol closes it at the end. */
  public Intake openIntake() {
    return new RequestFolder(folders.newIncoming());
  }

  /**
   * Executes.
   *
   * @param intake where large inputs of the request lie; a job takes them over
   * @return the finished outputs, or the accepted job; the caller closes it
   * @throws WpsException if the request cannot be accepted or the run fails
   */
  public ExecuteAnswer execute(ExecuteRequest request, Caller caller, Intake intake) {
    Checked checked = check(request, caller);
    return checked.mode() == Mode.ASYNC
        ? accept(checked.offering(), checked.request(), caller, (RequestFolder) intake)
        : runNow(checked.offering(), checked.request(), caller, (RequestFolder) intake);
  }

  /**
   * A request that may be carried out.
   *
   * @param request with the defaults of its inputs
   * @param mode the one chosen
   */
  record Checked(Offering offering, ExecuteRequest request, Mode mode) {}

  /**
   * Checks all that can be checked without running.
   *
   * @throws WpsException if the request cannot be accepted
   */
  Checked check(ExecuteRequest request, Caller caller) {
    Offering offering = catalogue.getRunnable(request.process(), caller);
    ProcessDescription process = offering.description();
    Mode mode = mode(request.mode(), process);
    Priorities.check(request.priority(), caller);
    OutputEncoder.check(process, request.outputs());
    return new Checked(offering, with(request, inputCheck.check(process, request.inputs())), mode);
  }

  private static Mode mode(Mode wanted, ProcessDescription process) {
    boolean sync = process.allows(JobControl.SYNC_EXECUTE);
    boolean async = process.allows(JobControl.ASYNC_EXECUTE);
    if ((wanted == Mode.SYNC && !sync) || (wanted == Mode.ASYNC && !async)) {
      throw new WpsException(
          Fault.MODE_NOT_SUPPORTED,
          "Process "
              + process.id()
              + " runs only "
              + (sync ? "synchronously." : "asynchronously: ask for a stored response."));
    }
    return wanted == Mode.AUTO ? (sync ? Mode.SYNC : Mode.ASYNC) : wanted;
  }

  private static ExecuteRequest with(ExecuteRequest request, List<Input> inputs) {
    return new ExecuteRequest(
        request.process(),
        inputs,
        request.outputs(),
        request.mode(),
        request.raw(),
        request.notes());
  }

  private ExecuteAnswer accept(
      Offering offering, ExecuteRequest request, Caller caller, RequestFolder intake) {
    return new ExecuteAnswer.Accepted(
        offering.description(), acceptance.accept(offering, request, caller, intake));
  }

  private ExecuteAnswer runNow(
      Offering offering, ExecuteRequest request, Caller caller, RequestFolder intake) {
    Path folder = folders.newIncoming();
    List<Output> outputs = syncRuns.run(offering, request, folder);
    Runnable cleanUp = () -> JobFolders.remove(folder);
    try {
      if (request.outputs().stream().anyMatch(OutputRequest::asReference)) {
        JobId id = keptRun.keep(offering.description(), request, caller, intake, outputs);
        cleanUp.run();
        return new ExecuteAnswer.Accepted(offering.description(), status.get(id, caller));
      }
      return new ExecuteAnswer.Finished(offering.description(), request, outputs, cleanUp);
    } catch (RuntimeException e) {
      cleanUp.run();
      throw e;
    }
  }
}
