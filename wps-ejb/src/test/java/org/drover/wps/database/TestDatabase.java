package org.drover.wps.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.drover.wps.catalogue.jpa.CatalogueRow;
import org.drover.wps.job.jpa.JobEventRow;
import org.drover.wps.job.jpa.JobInsideRow;
import org.drover.wps.job.jpa.JobRow;
import org.drover.wps.job.jpa.PartRow;
import org.drover.wps.node.jpa.NodeRow;
import org.drover.wps.output.jpa.OutputRow;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.cfg.Configuration;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A real database with the schema as the server makes it, and what the container does for the
 * stores: an entity manager per transaction, and a transaction per call unless one is under way.
 */
public final class TestDatabase {

  private final DataSource dataSource;
  private final EntityManagerFactory factory;

  @SuppressWarnings("ThreadLocalUsage") // there are two databases, and they live as long as the JVM
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

  private TestDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
    this.factory =
        new Configuration()
            .addAnnotatedClass(JobRow.class)
            .addAnnotatedClass(PartRow.class)
            .addAnnotatedClass(JobEventRow.class)
            .addAnnotatedClass(OutputRow.class)
            .addAnnotatedClass(CatalogueRow.class)
            .addAnnotatedClass(NodeRow.class)
            .addAnnotatedClass(JobInsideRow.class)
            .setProperty("hibernate.hbm2ddl.auto", "validate")
            .setProperty("hibernate.default_schema", "drover")
            .setProperty("hibernate.jdbc.time_zone", "UTC")
            .setProperty("hibernate.jdbc.batch_size", "100")
            .addProperties(properties(dataSource))
            .buildSessionFactory();
  }

  private static java.util.Properties properties(DataSource dataSource) {
    java.util.Properties properties = new java.util.Properties();
    properties.put("hibernate.connection.datasource", dataSource);
    return properties;
  }

  /** H2 in memory. */
  public static TestDatabase h2() {
    return H2.DATABASE;
  }

  /** A PostgreSQL server started for the tests. */
  public static TestDatabase postgresql() {
    return PostgreSql.DATABASE;
  }

  private static final class H2 {
    static final TestDatabase DATABASE =
        new TestDatabase(
            JdbcConnectionPool.create(
                "jdbc:h2:mem:drover;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "",
                ""));
  }

  private static final class PostgreSql {
    static final TestDatabase DATABASE = new TestDatabase(dataSource());

    private static DataSource dataSource() {
      PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
      source.setUrl(PostgresServer.shared().url("postgres"));
      source.setUser("postgres");
      JdbcConnectionPool pool = JdbcConnectionPool.create(source);
      pool.setMaxConnections(50);
      return pool;
    }
  }

  /** Forgets all rows. */
  public void clear() {
    execute("DELETE FROM drover.job");
    execute("DELETE FROM drover.task");
    execute("DELETE FROM drover.node");
    execute("DELETE FROM drover.package");
    execute("DELETE FROM drover.package_version");
    execute("UPDATE drover.catalogue SET update_sequence = 0, fingerprint = ''");
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** The entity manager of the transaction under way, whichever that is. */
  public EntityManager entities() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              if (current.get() == null) {
                throw new IllegalStateException("no transaction");
              }
              return invoke(() -> method.invoke(current.get(), arguments));
            });
  }

  /** Gives each call of a store a transaction, unless one is under way. */
  public <T> T transactional(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                inTransaction(() -> invoke(() -> method.invoke(store, arguments)))));
  }

  /** Does work in the transaction under way, or in one of its own. */
  public <T> T inTransaction(Callable<T> work) throws Exception {
    if (current.get() != null) {
      return work.call();
    }
    try (EntityManager entities = factory.createEntityManager()) {
      current.set(entities);
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      T result;
      try {
        result = work.call();
      } catch (Exception | Error e) {
        transaction.rollback();
        throw e;
      }
      transaction.commit();
      return result;
    } finally {
      current.remove();
    }
  }

  private static Object invoke(Callable<Object> call) throws Exception {
    try {
      return call.call();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  /** Runs a statement of the test's own. */
  public int execute(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The number a query of the test's own gives. */
  public long number(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
