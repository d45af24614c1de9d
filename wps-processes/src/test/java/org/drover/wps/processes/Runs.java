package org.drover.wps.processes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.drover.wps.process.Execution;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Checkpoint;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.PlanRunner;

/** Runs partitioned processes in tests, smoothly or with crashes. */
public final class Runs {

  private static final int CHECKPOINT_INTERVAL = 2;
  private static final int ITEMS_UNTIL_CRASH = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Runs() {}

  public static <I extends Record, O extends Record> O smoothly(
      PartitionedProcess<I, O> process, I in) throws Exception {
    return PlanRunner.run(process.plan(in), Execution.none());
  }

  /**
   * Runs a process that crashes each time it has done three items, one after a checkpoint, and goes
   * on from that checkpoint with a new plan: parts and states go through JSON, and features written
   * after the checkpoint are lost.
   */
  public static <I extends Record, O extends Record> O crashing(
      PartitionedProcess<I, O> process, I in) throws Exception {
    List<Feature> features = new ArrayList<>();
    List<Record> states = new ArrayList<>();
    for (Record part : process.plan(in).parts()) {
      Record stored = copy(part);
      AtomicReference<Checkpoint> last = new AtomicReference<>(Checkpoint.start(process.plan(in)));
      while (!attempt(
          process.plan(in).checkpointEvery(CHECKPOINT_INTERVAL), stored, last, features)) {
        last.set(new Checkpoint(last.get().position(), last.get().state().map(Runs::copy)));
      }
      last.get().state().ifPresent(states::add);
    }
    Plan<O> plan = process.plan(in);
    if (plan.work() instanceof Plan.Writing<O> writing) {
      return writing.join().apply(FeatureCollection.of(writing.crs(), features));
    }
    return ((Plan.Folding<O>) plan.work()).join().apply(states);
  }

  private static boolean attempt(
      Plan<?> plan, Record part, AtomicReference<Checkpoint> last, List<Feature> kept)
      throws Exception {
    List<Feature> written = new ArrayList<>();
    try {
      Checkpoint end =
          new PlanRunner<>(plan, new CrashAfter(ITEMS_UNTIL_CRASH))
              .runPart(
                  part,
                  last.get(),
                  written::add,
                  checkpoint -> {
                    kept.addAll(written);
                    written.clear();
                    last.set(checkpoint);
                  });
      kept.addAll(written);
      last.set(end);
      return true;
    } catch (StoppedException crash) {
      return false;
    }
  }

  private static Record copy(Record record) {
    try {
      return JSON.readValue(JSON.writeValueAsString(record), record.getClass());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not plain data: " + record, e);
    }
  }

  /** The features of a collection as a list. */
  public static List<Feature> list(FeatureCollection features) throws Exception {
    List<Feature> all = new ArrayList<>();
    try (Items<Feature> items = features.readFrom(0)) {
      items.forEachRemaining(all::add);
    }
    return all;
  }
}
