package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.LedgeredExecution;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.config.Setting;
import org.drover.wps.data.StoredJson;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.outside.Outside;
import org.drover.wps.execution.outside.TaskKeeper;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Inputs;
import org.drover.wps.execution.request.Outputs;
import org.drover.wps.execution.request.Sources;
import org.drover.wps.execution.request.StoredRequest;
import org.drover.wps.execution.request.StoredResults;
import org.drover.wps.execution.request.WantedFormats;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.Part;
import org.drover.wps.job.PartStore;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.RecordBinding;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.registry.Offering;

/**
 * The steps of an attempt, each doing what is not done yet. The batch door calls them in order and
 * knows nothing else.
 */
@ApplicationScoped
public class JobWork {

  /** Items between two checkpoints, whatever the process says; 0 leaves it to the process. */
  public static final Setting<Long> CHECKPOINT_ITEMS = Setting.number("drover.checkpoint.items", 0);

  @Inject private RunningAttempts running;
  @Inject private Catalogue catalogue;
  @Inject private StoredRequest requests;
  @Inject private Inputs inputs;
  @Inject private PartStore parts;
  @Inject private StoredJson json;
  @Inject private JobFolders folders;
  @Inject private Publication publication;
  @Inject private TaskKeeper tasks;
  @Inject private Outside outside;

  /** Runs a direct process from its inputs to its stored outputs. */
  public void runDirect(Attempt attempt) throws Exception {
    RunningAttempt run = running.get(attempt);
    ExecuteRequest request = requests.get(attempt.job());
    Offering.Direct offering = (Offering.Direct) offering(run.job());
    Optional<Backend> backend = outside.find(offering, run.job().queue());
    if (backend.isPresent() || offering.type().isEmpty()) {
      runOutside(run, request, offering, backend);
      return;
    }
    Sources sources = new Sources();
    Map<String, List<Object>> values =
        inputs.decode(
            offering.description(),
            request.inputs(),
            folders.work(attempt),
            sources,
            run::checkStopped);
    run.checkStopped();
    Map<String, Object> made =
        offering
            .body()
            .run(values, new WantedFormats(run, offering.description(), request.outputs()));
    finish(run, offering.description(), new Made(request, made, sources));
  }

  /** What it reads lies where the next attempt finds it, should this one not see the end. */
  private void runOutside(
      RunningAttempt run,
      ExecuteRequest request,
      Offering.Direct offering,
      Optional<Backend> backend)
      throws Exception {
    ProcessDescription process = offering.description();
    Path staged = stage(run, request);
    Map<String, List<Object>> values = inputs.open(process, request.inputs(), staged);
    TaskExecution execution =
        new LedgeredExecution(
            new WantedFormats(run, process, request.outputs()), tasks.ledger(run.job()));
    Map<String, Object> made =
        backend.isPresent()
            ? outside.run(backend.get(), offering, values, execution)
            : offering.body().run(values, execution);
    Sources sources = inputs.sources(process, request.inputs(), staged);
    finish(run, process, new Made(request, made, sources));
  }

  /** Makes the inputs of a partitioned job ready to be opened by each part. */
  public void stageInputs(Attempt attempt) throws IOException {
    RunningAttempt run = running.get(attempt);
    run.progress(0, "Staging inputs");
    stage(run, requests.get(attempt.job()));
  }

  /** Files that outlast this attempt, for work that may. */
  private Path stage(RunningAttempt run, ExecuteRequest request) throws IOException {
    Path folder = folders.staged(run.job().id());
    inputs.stage(
        offering(run.job()).description(),
        request.inputs(),
        folder,
        run.attempt().epoch(),
        run::checkStopped);
    return folder;
  }

  /**
   * Cuts the job into parts, or takes over those of an earlier attempt.
   *
   * @return the parts still to be done
   */
  public List<Part> plan(Attempt attempt) throws Exception {
    RunningAttempt run = running.get(attempt);
    List<Part> all = parts.prepare(attempt, planned(attempt).newParts());
    List<Part> left = all.stream().filter(it -> !it.done()).toList();
    run.works(new PartsProgress(all));
    run.progress(0, "Working on " + left.size() + " parts");
    return left;
  }

  /** Whether the parts of a job are done by workers outside the server. */
  public boolean isOutside(Attempt attempt) {
    Job job = running.get(attempt).job();
    return outside.find(offering(job), job.queue()).isPresent();
  }

  /** Has the parts left done by workers outside the server. */
  public void runPartsOutside(Attempt attempt, int atOnce) throws Exception {
    RunningAttempt run = running.get(attempt);
    Job job = run.job();
    Offering offering = offering(job);
    Map<String, List<Object>> values =
        inputs.open(
            offering.description(), requests.get(job.id()).inputs(), folders.staged(job.id()));
    AttemptParts parts =
        new AttemptParts(
            offering,
            values,
            checkpointInterval(attempt),
            new LedgeredExecution(run, tasks.ledger(job)),
            outside.programs(),
            run,
            planned(attempt),
            this.parts);
    outside.run(outside.find(offering, job.queue()).orElseThrow(), parts, plan(attempt), atOnce);
  }

  /** Items between two checkpoints of a job's parts. */
  public int checkpointInterval(Attempt attempt) throws Exception {
    int wanted = (int) Math.min(Integer.MAX_VALUE, CHECKPOINT_ITEMS.get());
    return wanted > 0 ? wanted : planned(attempt).plan().checkpointInterval();
  }

  /** Opens a part at its checkpoint. It is closed at the latest when the attempt ends. */
  public PartRun openPart(Attempt attempt, int no) throws Exception {
    RunningAttempt run = running.get(attempt);
    PartRun part =
        new PartRun(run, planned(attempt), parts.getPart(attempt.job(), no), parts, json);
    run.closeAtEnd(part);
    return part;
  }

  /** Joins the parts and stores the outputs. */
  public void join(Attempt attempt) throws Exception {
    RunningAttempt run = running.get(attempt);
    run.progress(0, "Joining parts");
    PlannedJob job = planned(attempt);
    Record made = join(job, job.plan().work(), parts.listParts(attempt.job()));
    ExecuteRequest request = requests.get(attempt.job());
    ProcessDescription process = offering(run.job()).description();
    Sources sources = inputs.sources(process, request.inputs(), folders.staged(attempt.job()));
    finish(run, process, new Made(request, RecordBinding.unbind(made), sources));
  }

  private <O extends Record> O join(PlannedJob job, Plan.Work<O> work, List<Part> done)
      throws IOException {
    if (work instanceof Plan.Writing<O> writing) {
      return writing.join().apply(job.features(done, writing.crs()));
    }
    Plan.Folding<O> folding = (Plan.Folding<O>) work;
    Record zero = folding.zero().get();
    Function<Part, Record> state =
        it -> it.state().<Record>map(s -> json.read(s, zero.getClass())).orElse(zero);
    return folding.join().apply(done.stream().map(state).toList());
  }

  /** What a run has made, and of what. */
  private record Made(ExecuteRequest request, Map<String, Object> values, Sources sources) {}

  private void finish(RunningAttempt run, ProcessDescription process, Made made)
      throws IOException {
    run.checkStopped();
    publication.commit(
        run.attempt(),
        publication.moveFiles(
            run.job().id(),
            Outputs.encode(process, made.request(), made.values(), folders.work(run.attempt()))),
        StoredResults.key(process, made.request(), made.sources()));
    run.finished();
  }

  private PlannedJob planned(Attempt attempt) throws Exception {
    RunningAttempt run = running.get(attempt);
    return run.planned(() -> makePlan(run));
  }

  private PlannedJob makePlan(RunningAttempt run) throws Exception {
    Offering.Partitioned offering = (Offering.Partitioned) offering(run.job());
    ExecuteRequest request = requests.get(run.job().id());
    Map<String, List<Object>> values =
        inputs.open(offering.description(), request.inputs(), folders.staged(run.job().id()));
    return new PlannedJob(
        run.attempt(), offering.planner().plan(values), folders.parts(run.job().id()), json);
  }

  private Offering offering(Job job) {
    return catalogue
        .findOffering(job.process())
        .filter(it -> it.isSameAs(job.process(), job.processVersion()))
        .orElseThrow(
            () ->
                new WpsException(
                    Fault.NO_SUCH_PROCESS,
                    job.process(),
                    "Process "
                        + job.process()
                        + " in version "
                        + job.processVersion()
                        + " is no longer offered. Send the request again for the version on offer."));
  }
}
