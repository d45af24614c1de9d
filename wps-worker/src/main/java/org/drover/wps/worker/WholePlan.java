package org.drover.wps.worker;

import java.util.ArrayList;
import java.util.List;
import org.drover.wps.process.plan.Checkpoint;
import org.drover.wps.process.plan.FeatureSink;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.PlanRunner;
import org.drover.wps.worker.file.FeatureFile;
import org.drover.wps.worker.folder.WorkerFolder;

/**
 * Carries out a whole plan, with features in a file.
 *
 * @param <O> the record of outputs
 */
final class WholePlan<O extends Record> {

  private final Plan<O> plan;
  private final WorkerFolder folder;
  private final WorkerExecution execution;

  WholePlan(Plan<O> plan, WorkerFolder folder, WorkerExecution execution) {
    this.plan = plan;
    this.folder = folder;
    this.execution = execution;
  }

  O run() throws Exception {
    if (plan.work() instanceof Plan.Writing<O> writing) {
      try (FeatureFile.Writer writer = FeatureFile.create(folder.features(), writing.crs())) {
        parts(writer);
      }
      return writing.join().apply(FeatureFile.open(folder.features()));
    }
    return ((Plan.Folding<O>) plan.work()).join().apply(parts(feature -> {}));
  }

  private List<Record> parts(FeatureSink sink) throws Exception {
    List<Record> states = new ArrayList<>();
    int done = 0;
    for (Record part : plan.parts()) {
      Checkpoint end =
          new PlanRunner<>(plan, execution)
              .runPart(part, Checkpoint.start(plan), sink, checkpoint -> {});
      end.state().ifPresent(states::add);
      execution.progress(100.0 * ++done / plan.parts().size(), "");
    }
    return states;
  }
}
