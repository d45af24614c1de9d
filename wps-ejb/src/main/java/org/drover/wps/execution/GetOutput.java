package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.security.Caller;

/** Finds an output of a finished job by the name in its address. */
@ApplicationScoped
public class GetOutput {

  /** The output, or empty when there is none for this caller, or no longer. */
  public Optional<StoredOutput> find(String name, Caller caller) {
    throw new IllegalStateException("being built");
  }
}
