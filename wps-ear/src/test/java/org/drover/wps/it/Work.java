package org.drover.wps.it;

import java.nio.file.Path;
import org.drover.wps.it.server.Database;

/** Where servers of tests keep their data. */
public final class Work {

  private Work() {}

  /** A folder of this run, by its database; empty at the start. */
  public static Path folder(String name) {
    return Path.of(
        System.getProperty("drover.test.folder"),
        Database.ofThisRun().toString().toLowerCase(java.util.Locale.ROOT),
        name);
  }
}
