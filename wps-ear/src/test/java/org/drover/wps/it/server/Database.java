package org.drover.wps.it.server;

import java.util.Locale;
import java.util.Map;

/** Where a server keeps its jobs. */
public enum Database {
  H2,
  POSTGRESQL;

  /** The database of this run of the tests. */
  public static Database ofThisRun() {
    return valueOf(System.getProperty("drover.test.database", "h2").toUpperCase(Locale.ROOT));
  }

  /** Environment that leads a server to a new, empty database. */
  Map<String, String> environment() {
    return switch (this) {
      case H2 -> Map.of();
      case POSTGRESQL ->
          Map.of(
              "DROVER_DB", "postgresql",
              "DROVER_DB_URL", Postgres.shared().newDatabase(),
              "DROVER_DB_USER", "drover",
              "DROVER_DB_PASSWORD", "drover");
    };
  }
}
