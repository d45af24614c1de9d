package org.drover.wps.job;

import java.util.Optional;
import org.drover.wps.process.Estimate;

/**
 * On what terms a job was accepted.
 *
 * @param priority from {@link #LOWEST_PRIORITY} to {@link #HIGHEST_PRIORITY}; higher begin first
 * @param estimate what its process thought it would cost; empty when it did not say
 */
public record JobTerms(int priority, Optional<Estimate> estimate) {

  public static final int LOWEST_PRIORITY = -100;
  public static final int HIGHEST_PRIORITY = 100;

  /** Those of a job of which nothing special is known. */
  public static final JobTerms USUAL = new JobTerms(0, Optional.empty());
}
