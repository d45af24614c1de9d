package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.failure.Failures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseAwayTest {

  private final DatabaseAway interceptor = new DatabaseAway();

  private static InvocationContext callThatThrows(Exception failure) {
    return (InvocationContext)
        Proxy.newProxyInstance(
            DatabaseAwayTest.class.getClassLoader(),
            new Class<?>[] {InvocationContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("proceed") && failure != null) {
                throw failure;
              }
              return "answer";
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "53300", "40001", "90098", "90067", "58030"})
  void aLostConnectionIsToldAsUnavailable(String state) {
    assertUnavailable(new PersistenceException(new SQLException("gone", state)));
  }

  @Test
  void aPoolWithoutAConnectionIsToldAsUnavailable() {
    assertUnavailable(new PersistenceException(new SQLException("IJ000453: no connection")));
    assertUnavailable(new IllegalStateException(new SQLTransientConnectionException("x", "HY000")));
  }

  @Test
  void aTransactionThatTookTooLongIsToldAsUnavailable() {
    assertUnavailable(new IllegalStateException(new RollbackException("timed out")));
  }

  @Test
  void aCommitThatWasCutOffIsToldAsUnavailableAndTriedAgainByAnAttempt() {
    assertUnavailable(new HeuristicMixedException());
    assertThat(Failures.mayPass(new HeuristicMixedException())).isTrue();
  }

  private void assertUnavailable(Exception failure) {
    assertThatThrownBy(() -> interceptor.call(callThatThrows(failure)))
        .isInstanceOfSatisfying(
            WpsException.class,
            it -> {
              assertThat(it.fault()).isEqualTo(Fault.UNAVAILABLE);
              assertThat(it).hasCause(failure);
              assertThat(it.getMessage()).doesNotContain("SQL", "IJ000453");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22001"})
  void aStatementThatWasRefusedStaysADefect(String state) {
    assertStays(new PersistenceException(new SQLException("refused", state)));
  }

  @Test
  void whatHasNothingToDoWithTheDatabaseStaysAsItIs() throws Exception {
    assertStays(new IllegalStateException("a defect"));
    assertStays(new WpsException(Fault.NO_SUCH_JOB, "There is none."));
    assertThat(interceptor.call(callThatThrows(null))).isEqualTo("answer");
  }

  private void assertStays(Exception failure) {
    assertThatThrownBy(() -> interceptor.call(callThatThrows(failure))).isSameAs(failure);
  }
}
