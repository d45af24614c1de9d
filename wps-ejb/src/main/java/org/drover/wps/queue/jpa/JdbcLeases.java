package org.drover.wps.queue.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import javax.sql.DataSource;
import org.drover.wps.job.Attempt;
import org.drover.wps.queue.Leases;

/** Leases in the job rows, by plain JDBC: outside the transactions and the pool of all others. */
@ApplicationScoped
public class JdbcLeases implements Leases {

  private static final String HELD = " WHERE id = ? AND epoch = ? AND status = 'RUNNING'";
  private static final String FIND = "SELECT id FROM drover.job" + HELD;
  private static final String LOCK = FIND + " FOR UPDATE SKIP LOCKED";
  private static final String RENEW =
      "UPDATE drover.job"
          + " SET lease_until = CURRENT_TIMESTAMP + CAST(? AS bigint) * INTERVAL '1' SECOND"
          + " WHERE id = ?";

  @Resource(lookup = "java:jboss/datasources/DroverLeaseDS")
  private DataSource connections;

  @Override
  public Renewal renew(Collection<Attempt> attempts, Duration lease) {
    Renewal renewal = new Renewal(new LinkedHashSet<>(), new LinkedHashSet<>());
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      for (Attempt attempt : attempts) {
        renew(connection, attempt, lease, renewal);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return renewal;
  }

  private static void renew(Connection connection, Attempt attempt, Duration lease, Renewal renewal)
      throws SQLException {
    if (finds(connection, LOCK, attempt)) {
      try (PreparedStatement update = connection.prepareStatement(RENEW)) {
        update.setLong(1, lease.toSeconds());
        update.setObject(2, attempt.job().value());
        update.executeUpdate();
      }
      renewal.renewed().add(attempt);
    } else if (!finds(connection, FIND, attempt)) {
      renewal.lost().add(attempt);
    }
  }

  private static boolean finds(Connection connection, String sql, Attempt attempt)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, attempt.job().value());
      query.setLong(2, attempt.epoch());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
