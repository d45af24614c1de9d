package org.drover.wps.bench.ceiling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows of finished jobs, as Drover stores them, under an owner of their own. */
final class JobRows {

  private static final String OWNER = "bench";
  private static final int BATCH = 1000;

  /** Takes the id and whose the job is. */
  static final String INSERT =
      "INSERT INTO drover.job (id, process, process_version, owner, queue, status, percent, epoch,"
          + " request, keep_seconds, started, finished, expires) VALUES (?, 'echo', '1.0.0', ?,"
          + " 'short', 'SUCCEEDED', 100, 1, '"
          + "{\"process\":\"echo\",\"inputs\":[{\"id\":\"text\",\"value\":{\"kind\":\"literal\","
          + "\"value\":\"hello\"}}],\"outputs\":[],\"mode\":\"ASYNC\",\"raw\":false,\"notes\":{}}"
          + "', 604800, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP + INTERVAL '7' DAY)";

  /** Takes the id and whose the job is. */
  private static final String INSERT_WAITING =
      "INSERT INTO drover.job (id, process, process_version, owner, queue, status, request,"
          + " keep_seconds) VALUES (?, 'echo', '1.0.0', ?, 'short', 'ACCEPTED', '"
          + "{\"process\":\"echo\",\"inputs\":[{\"id\":\"text\",\"value\":{\"kind\":\"literal\","
          + "\"value\":\"hello\"}}],\"outputs\":[],\"mode\":\"ASYNC\",\"raw\":false,\"notes\":{}}"
          + "', 604800)";

  private final DataSource database;

  JobRows(DataSource database) {
    this.database = database;
  }

  static void insert(PreparedStatement statement) throws SQLException {
    statement.setObject(1, UUID.randomUUID());
    statement.setString(2, OWNER);
    statement.executeUpdate();
  }

  /** Adds finished jobs. */
  String fill(int count) throws SQLException {
    return add(INSERT, count, BATCH);
  }

  /** Adds waiting jobs, which are seen all at once. */
  String queue(int count) throws SQLException {
    return add(INSERT_WAITING, count, count);
  }

  private String add(String insert, int count, int atOnce) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      connection.setAutoCommit(false);
      for (int i = 1; i <= count; i++) {
        statement.setObject(1, UUID.randomUUID());
        statement.setString(2, OWNER);
        statement.addBatch();
        if (i % atOnce == 0 || i == count) {
          statement.executeBatch();
          connection.commit();
        }
      }
      return Integer.toString(count);
    }
  }

  long countOpen() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT (SELECT COUNT(*) FROM drover.job WHERE status = 'ACCEPTED')"
                    + " + (SELECT COUNT(*) FROM drover.job WHERE status = 'RUNNING')")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** How many jobs have tasks, and how often the one submitted most often was. */
  String tasks() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(DISTINCT job_id), COALESCE(MAX(run), 0) FROM drover.task")) {
      rows.next();
      return rows.getLong(1) + " " + rows.getLong(2);
    }
  }

  int clear() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM drover.job WHERE owner = ?")) {
      statement.setString(1, OWNER);
      return statement.executeUpdate();
    }
  }
}
