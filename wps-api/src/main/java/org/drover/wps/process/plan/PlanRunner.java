package org.drover.wps.process.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.drover.wps.process.Execution;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;

/**
 * Carries out a plan in the calling thread, part after part. Keeps nothing that outlives a crash:
 * it serves small runs and the tests of process authors.
 *
 * @param <O> the record of outputs
 */
public final class PlanRunner<O extends Record> {

  private final Plan<O> plan;
  private final Execution execution;

  public PlanRunner(Plan<O> plan, Execution execution) {
    this.plan = plan;
    this.execution = execution;
  }

  /** Runs a whole plan, with features and states held in memory. */
  public static <O extends Record> O run(Plan<O> plan, Execution execution) throws Exception {
    return new PlanRunner<>(plan, execution).run();
  }

  private O run() throws Exception {
    List<Feature> features = new ArrayList<>();
    List<Record> states = new ArrayList<>();
    int done = 0;
    for (Record part : plan.parts()) {
      Checkpoint end = runPart(part, Checkpoint.start(plan), features::add, it -> {});
      end.state().ifPresent(states::add);
      done++;
      execution.progress(
          100.0 * done / plan.parts().size(),
          "Finished part " + done + " of " + plan.parts().size());
    }
    return join(features, states);
  }

  private O join(List<Feature> features, List<Record> states) {
    if (plan.work() instanceof Plan.Writing<O> writing) {
      return writing.join().apply(FeatureCollection.of(writing.crs(), features));
    }
    return ((Plan.Folding<O>) plan.work()).join().apply(List.copyOf(states));
  }

  /**
   * Runs a part from a checkpoint to its end.
   *
   * @param from where to go on
   * @param sink gets the features of a plan that writes
   * @param checkpoints is told each checkpoint before the next item is read; features written by
   *     then belong to it
   * @return the checkpoint after the last item
   * @throws org.drover.wps.process.StoppedException if the execution is stopped
   * @throws Exception if an item cannot be read, written or folded
   */
  public Checkpoint runPart(
      Record part, Checkpoint from, FeatureSink sink, Consumer<Checkpoint> checkpoints)
      throws Exception {
    Checkpoint at = from;
    try (Items<?> items = plan.read(part).openAt(from.position())) {
      while (items.hasNext()) {
        execution.checkStopped();
        at = at.next(apply(part, items.next(), at.state(), sink));
        if ((at.position() - from.position()) % plan.checkpointInterval() == 0) {
          checkpoints.accept(at);
        }
      }
    }
    return at;
  }

  private Optional<Record> apply(Record part, Object item, Optional<Record> state, FeatureSink sink)
      throws Exception {
    if (plan.work() instanceof Plan.Writing<O> writing) {
      writing.writer().write(part, item, sink);
      return Optional.empty();
    }
    return state.map(it -> ((Plan.Folding<O>) plan.work()).fold().apply(it, item));
  }
}
