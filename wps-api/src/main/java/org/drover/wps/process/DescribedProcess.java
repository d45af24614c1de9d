package org.drover.wps.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * A process known only at run time, such as a command or a remote service: it brings its
 * description along instead of having it read from records. Annotate a class with {@link
 * ProcessInfo} and write a {@link DirectProcess} unless you cannot.
 */
public interface DescribedProcess {

  /** What this process offers. Always the same answer. */
  ProcessDescription description();

  /**
   * Runs the process.
   *
   * @param inputs by identifier, the values of each occurrence in the order given; absent when
   *     none. The value of a group is such a map itself
   * @return by identifier, the value of each output: of a group, such a map itself
   * @throws InvalidInputException if an input turns out to be unusable
   * @throws ProcessFailedException if the work cannot be done; the client is told why
   * @throws Exception for anything else, which the client sees as a failure without details
   */
  Map<String, Object> run(Map<String, List<Object>> inputs, Execution execution) throws Exception;

  /**
   * Estimates a run, in a moment, as {@link Estimating#estimate} does.
   *
   * @param inputs by identifier, the values of each occurrence in the order given
   * @return empty when there is no saying, as always here
   */
  default Optional<Estimate> estimate(Map<String, List<Object>> inputs) {
    return Optional.empty();
  }
}
