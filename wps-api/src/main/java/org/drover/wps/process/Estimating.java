package org.drover.wps.process;

import java.util.Optional;

/**
 * A process that can tell beforehand what a run will cost. Implement it beside {@link
 * DirectProcess} or {@link PartitionedProcess}. A long run is moved to the queue of long jobs, and
 * clients are told when to expect the end; without it the server goes by runs it has seen.
 *
 * @param <I> the record whose components are the inputs
 */
public interface Estimating<I extends Record> {

  /**
   * Estimates a run, in a moment: it is asked for each job while its client waits, before any data
   * is fetched or read. It is not asked when an input is given by address only.
   *
   * @param in the inputs. Of a {@link org.drover.wps.process.data.FeatureCollection} only the first
   *     features can be read, its size is extrapolated from them, and its CRS is not known
   * @return empty when there is no saying
   */
  Optional<Estimate> estimate(I in);
}
