package org.drover.wps.catalogue;

import java.util.List;
import java.util.Optional;
import org.drover.wps.process.registry.Offering;

/** The processes on offer at this moment. */
public interface Catalogue {

  /** All processes, by identifier. */
  List<Offering> listOfferings();

  Optional<Offering> findOffering(String process);

  /** Rises whenever a process comes, goes or changes, also across restarts (06-121r3 §7.3.4). */
  long updateSequence();
}
