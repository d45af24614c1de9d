package org.drover.wps.execution.attempt;

import java.io.IOException;
import java.time.Clock;
import org.drover.wps.database.Stores;
import org.drover.wps.database.Wiring;
import org.drover.wps.job.JobFolders;

/** The sweeps of the engine, on real stores. */
public final class Sweeps {

  private final Stores stores;
  private final JobFolders folders;

  public Sweeps(Stores stores, JobFolders folders) {
    this.stores = stores;
    this.folders = folders;
  }

  /** Removes what has expired, and tells how many jobs. */
  public int expired() {
    return Wiring.wire(
            new Retention(), stores.jobs, Wiring.wire(new OutputFiles(), stores.outputs), folders)
        .sweep();
  }

  /** Removes files no row names, and tells how many. */
  public int orphans(Clock clock) throws IOException {
    return Wiring.wire(new Orphans(clock), stores.jobs, stores.outputs, folders).sweep();
  }
}
