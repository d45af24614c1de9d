package org.drover.wps.admin;

import java.time.Instant;
import java.util.Optional;

/**
 * How a backend stands that processes need.
 *
 * @param problem why it carries out nothing; empty when all is well
 * @param since when it was first seen to be well, or not to be
 */
public record BackendState(String name, Optional<String> problem, Instant since) {

  public boolean isUp() {
    return problem.isEmpty();
  }
}
