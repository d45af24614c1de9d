package org.drover.wps.execution.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.LedgeredExecution;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.data.Output;
import org.drover.wps.execution.outside.Outside;
import org.drover.wps.execution.outside.SoloKeeper;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Inputs;
import org.drover.wps.execution.request.Outputs;
import org.drover.wps.execution.request.Sources;
import org.drover.wps.execution.request.WantedFormats;
import org.drover.wps.process.Execution;
import org.drover.wps.process.describe.RecordBinding;
import org.drover.wps.process.plan.Checkpoint;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.PlanRunner;
import org.drover.wps.process.registry.Offering;

/** Runs a process from inputs to outputs in the calling thread, with no job and no checkpoints. */
@ApplicationScoped
public class SyncRun {

  @Inject private Inputs inputs;
  @Inject private Outside outside;
  @Inject private SoloKeeper solo;

  /**
   * Runs.
   *
   * @param folder where large data may be put; its owner removes it
   */
  List<Output> run(Offering offering, ExecuteRequest request, SyncExecution execution, Path folder)
      throws Exception {
    Map<String, List<Object>> values =
        inputs.decode(
            offering.description(),
            request.inputs(),
            folder,
            new Sources(),
            execution::checkStopped);
    execution.checkStopped();
    Map<String, Object> made =
        run(
            offering,
            values,
            new LedgeredExecution(
                new WantedFormats(execution, offering.description(), request.outputs()),
                solo.ledger(execution)),
            folder);
    execution.checkStopped();
    return Outputs.encode(offering.description(), request, made, folder);
  }

  private Map<String, Object> run(
      Offering offering, Map<String, List<Object>> values, TaskExecution execution, Path folder)
      throws Exception {
    Optional<Backend> backend = outside.find(offering, offering.description().queue());
    if (backend.isPresent()) {
      return outside.run(backend.get(), offering, values, execution);
    }
    return offering instanceof Offering.Direct direct
        ? direct.body().run(values, execution)
        : runPlan(((Offering.Partitioned) offering).planner().plan(values), execution, folder);
  }

  private static <O extends Record> Map<String, Object> runPlan(
      Plan<O> plan, Execution execution, Path folder) throws Exception {
    return RecordBinding.unbind(
        plan.work() instanceof Plan.Writing<O> writing
            ? write(plan, writing, execution, folder)
            : fold(plan, (Plan.Folding<O>) plan.work(), execution));
  }

  private static <O extends Record> O write(
      Plan<O> plan, Plan.Writing<O> writing, Execution execution, Path folder) throws Exception {
    SpillingSink sink = new SpillingSink(folder, writing.crs());
    for (Record part : plan.parts()) {
      runPart(plan, part, execution, sink);
    }
    return writing.join().apply(sink.features());
  }

  private static <O extends Record> O fold(
      Plan<O> plan, Plan.Folding<O> folding, Execution execution) throws Exception {
    List<Record> states = new ArrayList<>();
    for (Record part : plan.parts()) {
      runPart(plan, part, execution, null).state().ifPresent(states::add);
    }
    return folding.join().apply(states);
  }

  private static <O extends Record> Checkpoint runPart(
      Plan<O> plan, Record part, Execution execution, SpillingSink sink) throws Exception {
    return new PlanRunner<>(plan, execution)
        .runPart(part, Checkpoint.start(plan), sink, checkpoint -> {});
  }
}
