package org.drover.wps.process;

/**
 * A process offered by the service. One instance serves all jobs at once, so it holds no state.
 *
 * @param <I> the record whose components are the inputs
 * @param <O> the record whose components are the outputs
 */
public sealed interface GeoProcess<I extends Record, O extends Record>
    permits DirectProcess, PartitionedProcess {}
