package org.drover.wps.execution.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.config.Setting;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputSample;
import org.drover.wps.data.InputTree;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.queue.Queues;

/** Asks processes what a run will cost, and chooses the queue by it. */
@ApplicationScoped
public class Estimates {

  /** Jobs estimated to run longer than this wait in the queue of long jobs. */
  public static final Setting<Duration> SHORT_LONGEST =
      Setting.duration("drover.queue.short.longest", "PT1M");

  private static final Logger LOG = System.getLogger(Estimates.class.getName());

  /**
   * What a process thinks a run will cost; empty when it does not say, or an input is known by its
   * address only. Whatever goes wrong here is left for the run to tell.
   *
   * @param inputs checked
   */
  public Optional<Estimate> of(Offering offering, List<Input> inputs) {
    if (offering.estimator().isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Map<String, List<Object>>> known = sample(offering.description(), inputs);
      return known.flatMap(offering.estimator().get()::estimate);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A run of {0} cannot be estimated: {1}", offering.description().id(), e);
      return Optional.empty();
    }
  }

  private static Optional<Map<String, List<Object>>> sample(
      ProcessDescription process, List<Input> inputs) throws IOException {
    InputTree tree = new InputTree(process, inputs);
    List<Object> known = new ArrayList<>();
    for (InputTree.Leaf leaf : tree.leaves()) {
      Optional<Object> value = InputSample.of(leaf.description(), leaf.value());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      known.add(value.get());
    }
    return Optional.of(tree.values(leaf -> known.get(leaf.no())));
  }

  /** The queue a job waits in: that of its process, or the one for long jobs. */
  public static String queue(ProcessDescription process, Optional<Estimate> estimate) {
    double longest = SHORT_LONGEST.get().toMillis() / 1e3;
    return estimate.isPresent() && estimate.get().seconds() > longest
        ? Queues.LONG
        : process.queue();
  }
}
