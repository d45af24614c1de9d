package org.drover.wps.process;

/**
 * A process that does its work in one call. It has no checkpoints: after a crash it starts anew.
 *
 * @param <I> the record whose components are the inputs
 * @param <O> the record whose components are the outputs
 */
public non-sealed interface DirectProcess<I extends Record, O extends Record>
    extends GeoProcess<I, O> {

  /**
   * Runs the process.
   *
   * @param in the checked inputs
   * @param execution progress, dismissal and scratch space of this run
   * @return the outputs
   * @throws InvalidInputException if an input turns out to be unusable; the client is told which
   * @throws ProcessFailedException if the work cannot be done; the client is told why
   * @throws Exception for anything else, which the client sees as a failure without details
   */
  O run(I in, Execution execution) throws Exception;
}
