package org.drover.wps.bench.ceiling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** How many job rows a second the database takes, each in a transaction of its own. */
final class CommitRate {

  private final DataSource database;
  private final int clients;

  CommitRate(DataSource database, int clients) {
    this.database = database;
    this.clients = clients;
  }

  /** Inserts with all clients at once for this long. */
  double measure(Duration time) throws SQLException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long end = System.nanoTime() + time.toNanos();
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        work.add(() -> insertUntil(end));
      }
      long commits = 0;
      for (Future<Long> each : threads.invokeAll(work)) {
        commits += each.get();
      }
      return commits / (time.toNanos() / 1e9);
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private long insertUntil(long end) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(JobRows.INSERT)) {
      long commits = 0;
      while (System.nanoTime() < end) {
        JobRows.insert(statement);
        commits++;
      }
      return commits;
    }
  }
}
