package org.drover.wps.process;

import org.drover.wps.process.plan.Plan;

/**
 * A process whose work is cut into parts. The server runs the parts side by side, checkpoints them,
 * and resumes them after a pause or a crash, on this node or another.
 *
 * <p>{@link #plan} is called once to cut the work, and again whenever functions are needed on
 * another thread, after a crash or on another node. It must therefore be a pure function of its
 * inputs: the same inputs give the same parts in the same order. Only data is stored between the
 * calls (inputs, parts, positions, folded states).
 *
 * @param <I> the record whose components are the inputs
 * @param <O> the record whose components are the outputs
 */
public non-sealed interface PartitionedProcess<I extends Record, O extends Record>
    extends GeoProcess<I, O> {

  /**
   * Cuts the work into parts and says how each is carried out.
   *
   * @throws InvalidInputException if an input turns out to be unusable
   * @throws Exception if the work cannot be planned
   */
  Plan<O> plan(I in) throws Exception;
}
