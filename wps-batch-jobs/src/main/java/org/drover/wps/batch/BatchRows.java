package org.drover.wps.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The rows the batch engine keeps for this node, in a schema of the node's own. They are of no use
 * once an execution has ended: our own rows are the truth.
 */
@ApplicationScoped
public class BatchRows {

  /** Children first. */
  private static final List<String> TABLES =
      List.of("PARTITION_EXECUTION", "STEP_EXECUTION", "JOB_EXECUTION", "JOB_INSTANCE");

  @Resource(lookup = "java:jboss/datasources/DroverDS")
  private DataSource dataSource;

  /** Forgets all executions. For the start of a node, when none can be under way. */
  void deleteAll() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.executeUpdate("DELETE FROM " + table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The batch tables cannot be cleaned.", e);
    }
  }
}
