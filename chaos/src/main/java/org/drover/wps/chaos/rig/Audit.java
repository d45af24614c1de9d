package org.drover.wps.chaos.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the database of the nodes, behind their backs. Triggers note in it each change of a job and
 * each checkpoint, and can hold a transaction at a point where a server is then killed.
 */
public final class Audit {

  /** Points at which a transaction can be held. */
  public enum Point {
    ACCEPT,
    CLAIM,
    PLAN,
    CHECKPOINT,
    PUBLISH,
    FINISH,
    CLEAN_UP,
    SWEEP;

    private String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final String url;

  Audit(String url) {
    this.url = url;
  }

  /** Lays the triggers; the servers have made their tables. */
  void install() {
    try (InputStream script = Audit.class.getResourceAsStream("audit.sql")) {
      run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "drover", "drover");
  }

  /** Runs statements. */
  public void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of each row as text. */
  public List<String> list(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameter(connection, parameters[i]));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Object parameter(Connection connection, Object value) throws SQLException {
    return value instanceof Collection<?> ids
        ? connection.createArrayOf(
            "uuid", ids.stream().map(it -> UUID.fromString(it.toString())).toArray())
        : value;
  }

  /** The one number a query leads to; 0 for none. */
  public double number(String sql, Object... parameters) {
    List<String> values = list(sql, parameters);
    return values.isEmpty() || values.get(0) == null ? 0 : Double.parseDouble(values.get(0));
  }

  /** The one count a query leads to. */
  public long count(String sql, Object... parameters) {
    return (long) number(sql, parameters);
  }

  /** How many of these jobs have not come to an end. */
  public long countOpen(Collection<String> jobs) {
    return count(
        "SELECT COUNT(*) FROM drover.job WHERE id = ANY(?) AND status IN ('ACCEPTED', 'RUNNING',"
            + " 'PAUSED')",
        jobs);
  }

  /** How many of these jobs run on a node. */
  public long countRunning(Collection<String> jobs, String node) {
    return count(
        "SELECT COUNT(*) FROM drover.job WHERE id = ANY(?) AND status = 'RUNNING'"
            + " AND lease_node = ?",
        jobs,
        node);
  }

  /**
   * How often one of these jobs went back to its queue: a machine that stands still for longer than
   * a lease makes its nodes lose their jobs, as it should.
   */
  public long countLapsed(Collection<String> jobs) {
    return count(
        "SELECT COUNT(*) FROM chaos.change WHERE job = ANY(?) AND was = 'RUNNING'"
            + " AND status = 'ACCEPTED'",
        jobs);
  }

  /** Seconds of the database's clock. */
  public double now() {
    return number("SELECT EXTRACT(EPOCH FROM clock_timestamp())");
  }

  /** Holds the transactions that reach a point with a job of a tag. */
  public void hold(Point point, String tag) {
    run("INSERT INTO chaos.hold VALUES ('" + point.label() + "', '" + tag + "')");
  }

  /** How many transactions are held. */
  public long countHeld() {
    return count("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
  }

  /** Ends the transactions that are held, as the database does when it notices a dead client. */
  public void endHeld() {
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep';"
            + " DELETE FROM chaos.hold");
  }

  /** Of names of output files those that a row names. */
  public Set<String> namedOutputs() {
    return Set.copyOf(list("SELECT name FROM drover.output"));
  }
}
