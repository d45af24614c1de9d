package org.drover.wps.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On tables with the keys and columns that count here of those JBeret 3.1.0 makes. */
final class BatchRowsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant STARTED = NOW.minus(Duration.ofHours(1));

  private final JdbcDataSource source = new JdbcDataSource();
  private final BatchRows rows =
      new BatchRows(Clock.fixed(NOW, ZoneOffset.UTC), STARTED.toEpochMilli());
  private Connection connection;

  @BeforeEach
  void makeTables() throws Exception {
    source.setURL("jdbc:h2:mem:batch;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    connection = source.getConnection();
    Field field = BatchRows.class.getDeclaredField("dataSource");
    field.setAccessible(true);
    field.set(rows, source);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE JOB_INSTANCE (JOBINSTANCEID BIGINT PRIMARY KEY)");
      statement.execute(
          "CREATE TABLE JOB_EXECUTION (JOBEXECUTIONID BIGINT PRIMARY KEY, JOBINSTANCEID BIGINT"
              + " REFERENCES JOB_INSTANCE ON DELETE CASCADE, CREATETIME TIMESTAMP,"
              + " ENDTIME TIMESTAMP, BATCHSTATUS VARCHAR(30))");
      statement.execute(
          "CREATE TABLE STEP_EXECUTION (STEPEXECUTIONID BIGINT PRIMARY KEY, JOBEXECUTIONID BIGINT"
              + " REFERENCES JOB_EXECUTION ON DELETE CASCADE)");
      statement.execute(
          "CREATE TABLE PARTITION_EXECUTION (PARTITIONEXECUTIONID INTEGER, STEPEXECUTIONID BIGINT"
              + " REFERENCES STEP_EXECUTION ON DELETE CASCADE)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void whatHasEndedAWhileAgoGoesWithItsStepsAndPartitions() throws SQLException {
    execution(1, "COMPLETED", ago(30), ago(20));
    execution(2, "FAILED", ago(30), ago(20));
    execution(3, "STOPPED", ago(30), ago(20));
    execution(4, "COMPLETED", ago(30), ago(5));
    rows.deleteEnded(List.of());
    assertThat(numbers("job_instance", "jobinstanceid")).containsExactly(4L);
    assertThat(numbers("job_execution", "jobexecutionid")).containsExactly(4L);
    assertThat(numbers("step_execution", "stepexecutionid")).containsExactly(4L);
    assertThat(numbers("partition_execution", "stepexecutionid")).containsExactly(4L);
  }

  @Test
  void whatIsUnderWayStaysHoweverLongItTakes() throws SQLException {
    execution(1, "STARTED", ago(59), null);
    execution(2, "STARTING", ago(59), null);
    execution(3, "STOPPING", ago(59), null);
    rows.deleteEnded(List.of(1L, 2L, 3L));
    assertThat(numbers("job_execution", "jobexecutionid")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatIsOverAndCouldNotStoreItsEndGoes() throws SQLException {
    execution(1, "STARTED", ago(59), null);
    execution(2, "STARTED", ago(59), null);
    rows.deleteEnded(List.of(2L));
    assertThat(numbers("job_execution", "jobexecutionid")).containsExactly(2L);
  }

  @Test
  void whatIsJustBeingStartedStays() throws SQLException {
    execution(1, "STARTING", ago(1), null);
    rows.deleteEnded(List.of());
    assertThat(numbers("job_execution", "jobexecutionid")).containsExactly(1L);
  }

  @Test
  void whatAnEarlierRunOfTheServerLeftBehindGoes() throws SQLException {
    execution(1, "STARTED", ago(61), null);
    rows.deleteEnded(List.of());
    assertThat(numbers("job_instance", "jobinstanceid")).isEmpty();
  }

  @Test
  void manyGoInSmallBatches() throws SQLException {
    for (int i = 0; i < 1_200; i++) {
      execution(i, "COMPLETED", ago(30), ago(20));
    }
    rows.deleteEnded(List.of());
    rows.deleteEnded(List.of());
    assertThat(numbers("job_instance", "jobinstanceid")).isEmpty();
  }

  private static Timestamp ago(int minutes) {
    return Timestamp.from(NOW.minus(Duration.ofMinutes(minutes)));
  }

  private void execution(long id, String status, Timestamp created, Timestamp ended)
      throws SQLException {
    insert("INSERT INTO job_instance VALUES (?)", id);
    insert("INSERT INTO job_execution VALUES (?, ?, ?, ?, ?)", id, id, created, ended, status);
    insert("INSERT INTO step_execution VALUES (?, ?)", id, id);
    insert("INSERT INTO partition_execution VALUES (0, ?)", id);
  }

  private void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private List<Long> numbers(String table, String column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + column + " FROM " + table + " ORDER BY 1")) {
      List<Long> numbers = new ArrayList<>();
      while (result.next()) {
        numbers.add(result.getLong(1));
      }
      return numbers;
    }
  }
}
