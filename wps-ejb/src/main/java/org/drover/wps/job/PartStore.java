package org.drover.wps.job;

import java.util.List;

/** The part rows of jobs. Writes join the transaction under way, or make one. */
public interface PartStore {

  /**
   * Makes the parts of a job ready for an attempt: stores them if there are none yet, and hands
   * those not done to the attempt.
   *
   * @return all parts, in order, as stored
   * @throws StaleAttemptException if the attempt no longer holds its job
   */
  List<Part> prepare(Attempt attempt, List<NewPart> planned);

  Part getPart(JobId job, int no);

  /** All parts, in order. */
  List<Part> listParts(JobId job);

  /**
   * Stores how far a part is.
   *
   * @throws StaleAttemptException if the part belongs to a newer attempt
   */
  void checkpoint(Attempt attempt, Part part);

  /** Forgets the parts of a job that ends, in the transaction of its end. */
  void delete(JobId job);
}
