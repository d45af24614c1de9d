package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputEncoder;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.InputCheck;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.execution.request.Sources;
import org.drover.wps.execution.request.StoredResults;
import org.drover.wps.execution.sync.SyncRuns;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.outbox.Addresses;
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
  @Inject private Idempotency idempotency;
  @Inject private Reuse reuse;
  @Inject private StorageQuota quota;
  @Inject private Addresses addresses;
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
    Offering offering = checked.offering();
    RequestFolder files = (RequestFolder) intake;
    if (checked.mode() == Mode.SYNC && !request.keepsOutputs()) {
      requireNobodyToTell(request);
      return reuse
          .answer(offering.description(), checked.request(), caller)
          .orElseGet(() -> runNow(offering, checked.request(), caller, files));
    }
    return idempotency.once(
        checked.request(),
        caller,
        it -> store(new Checked(offering, it, checked.mode()), caller, files));
  }

  private static void requireNobodyToTell(ExecuteRequest request) {
    if (!request.options().subscriptions().isEmpty()) {
      throw new WpsException(
          Fault.INVALID_INPUT,
          Addresses.LOCATOR,
          "Only of a job can somebody be told: ask for a stored response as well.");
    }
  }

  private ExecuteAnswer store(Checked wanted, Caller caller, RequestFolder files) {
    quota.require(caller, files.bytes());
    Offering offering = wanted.offering();
    return reuse
        .answerWithJob(offering.description(), wanted.request(), caller, files)
        .orElseGet(
            () ->
                wanted.mode() == Mode.ASYNC
                    ? accept(offering, wanted.request(), caller, files)
                    : runNow(offering, wanted.request(), caller, files));
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
    addresses.check(request.options().subscriptions());
    return new Checked(offering, request.with(inputCheck.check(process, request.inputs())), mode);
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
      if (request.keepsOutputs()) {
        KeptRun.Kept kept = new KeptRun.Kept(outputs, key(offering, request), "");
        JobId id = keptRun.keep(offering.description(), request, caller, intake, kept);
        cleanUp.run();
        return new ExecuteAnswer.Accepted(offering.description(), status.get(id, caller));
      }
      return new ExecuteAnswer.Finished(offering.description(), request, outputs, cleanUp);
    } catch (RuntimeException e) {
      cleanUp.run();
      throw e;
    }
  }

  /** A run while the client waits does not note what its references were. */
  private static Optional<String> key(Offering offering, ExecuteRequest request) {
    return StoredResults.key(offering.description(), request, new Sources());
  }
}
