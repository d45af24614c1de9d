package org.drover.wps.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.drover.wps.config.Setting;

/**
 * The rows the batch engine keeps for this node, in a schema of the node's own. They are of no use
 * once an execution has ended, as our own rows are the truth; an administrator may look at them for
 * a while.
 */
@ApplicationScoped
public class BatchRows {

  /** How long the batch engine's rows of an ended execution are kept. */
  public static final Setting<Duration> KEEP = Setting.duration("drover.batch.keep", "PT10M");

  private static final int AT_ONCE = 500;

  /** The engine's tables have foreign keys without indexes: each delete would read all rows. */
  private static final List<String> INDEXES =
      List.of(
          "CREATE INDEX IF NOT EXISTS drover_execution ON job_execution (jobinstanceid)",
          "CREATE INDEX IF NOT EXISTS drover_step ON step_execution (jobexecutionid)",
          "CREATE INDEX IF NOT EXISTS drover_partition ON partition_execution (stepexecutionid)");

  /**
   * An execution goes with its instance, as none is ever restarted; steps and partitions go along
   * by foreign key. One that was cut off has no end, but was made before this server started. Nor
   * has one whose end the engine could not store, because the database was away: it is none of
   * those under way.
   */
  private static final String DELETE =
      "DELETE FROM job_instance WHERE jobinstanceid IN (SELECT jobinstanceid FROM job_execution"
          + " WHERE (batchstatus IN ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED')"
          + " AND endtime < ?) OR createtime < ? OR (createtime < ?"
          + " AND batchstatus NOT IN ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED')"
          + " AND jobexecutionid NOT IN (%s)) ORDER BY jobexecutionid LIMIT "
          + AT_ONCE
          + ")";

  private static final String NO_EXECUTION = "-1";

  @Resource(lookup = "java:jboss/datasources/DroverDS")
  private DataSource dataSource;

  private final Clock clock;
  private final Timestamp started;
  private boolean indexed;

  public BatchRows() {
    this(Clock.systemUTC(), ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /**
   * @param started when this server was started, in milliseconds of the clock
   */
  BatchRows(Clock clock, long started) {
    this.clock = clock;
    this.started = new Timestamp(started);
  }

  /**
   * Forgets executions that have ended a while ago, and those that an earlier run of the server
   * left behind.
   *
   * @param underWay executions to leave alone, however long they take. One that is being started
   *     may be missing: it is too young
   */
  synchronized void deleteEnded(Collection<Long> underWay) {
    try (Connection connection = dataSource.getConnection()) {
      if (!indexed) {
        index(connection);
      }
      Timestamp ended = Timestamp.from(clock.instant().minus(KEEP.get()));
      String sql = DELETE.formatted(list(underWay));
      int deleted;
      do {
        deleted = delete(connection, sql, ended);
      } while (deleted == AT_ONCE);
    } catch (SQLException e) {
      throw new IllegalStateException("The batch tables cannot be cleaned.", e);
    }
  }

  private void index(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : INDEXES) {
        statement.executeUpdate(each);
      }
    }
    indexed = true;
  }

  private static String list(Collection<Long> executions) {
    StringJoiner list = new StringJoiner(", ").add(NO_EXECUTION);
    executions.forEach(it -> list.add(Long.toString(it)));
    return list.toString();
  }

  private int delete(Connection connection, String sql, Timestamp ended) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, ended);
      statement.setTimestamp(2, started);
      statement.setTimestamp(3, ended);
      return statement.executeUpdate();
    }
  }
}
