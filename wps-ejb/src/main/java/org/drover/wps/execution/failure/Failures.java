package org.drover.wps.execution.failure;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.drover.wps.data.StorageFailure;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;

/** Tells what a client may know of whatever a run threw. */
public final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  /**
   * Beginnings of SQL states: connection lost, rolled back, out of resources, shutting down, and
   * those of H2 for a closed database or connection.
   */
  private static final List<String> AWAY =
      List.of("08", "40", "53", "57P", "58", "90067", "90098", "90121");

  private static final Set<Fault> OF_THE_SERVER =
      EnumSet.of(Fault.DISMISSED, Fault.NO_SUCH_PROCESS, Fault.UNAVAILABLE);

  private Failures() {}

  /**
   * What the client is told. A defect is logged under a number, and the client gets the number.
   *
   * @param what names the run in the log
   */
  public static WpsException explain(Throwable thrown, String what) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      Optional<WpsException> known = known(each);
      if (known.isPresent()) {
        return known.get();
      }
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.ERROR, "Failure " + number + " of " + what, thrown);
    return new WpsException(
        Fault.INTERNAL,
        "The process failed for a reason it did not foresee. The server's log knows it as "
            + number
            + ".");
  }

  /** Whether the process or the request is to blame, and not a server that is going down. */
  public static boolean isForeseen(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (known(each).filter(it -> !OF_THE_SERVER.contains(it.fault())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<WpsException> known(Throwable thrown) {
    if (thrown instanceof WpsException wps) {
      return Optional.of(wps);
    }
    if (thrown instanceof InvalidInputException invalid) {
      return told(Fault.INVALID_INPUT, invalid.input(), thrown);
    }
    if (thrown instanceof MalformedDataException) {
      return told(Fault.INVALID_INPUT, null, thrown);
    }
    if (thrown instanceof ProcessFailedException) {
      return told(Fault.PROCESS_FAILED, null, thrown);
    }
    if (thrown instanceof StoppedException) {
      return told(Fault.DISMISSED, null, thrown);
    }
    if (thrown instanceof AbsentProcessException) {
      return told(Fault.NO_SUCH_PROCESS, null, thrown);
    }
    if (thrown instanceof IOException io && StorageFailure.isOfTheDisk(io)) {
      return Optional.of(StorageFailure.explain(io));
    }
    return Optional.empty();
  }

  private static Optional<WpsException> told(Fault fault, String locator, Throwable thrown) {
    String message =
        thrown.getMessage() == null ? "The process did not say why." : thrown.getMessage();
    return Optional.of(new WpsException(fault, locator, message, thrown));
  }

  /**
   * Whether another try may go better: the database, a transaction or the engine let the attempt
   * down, or its process is not deployed yet.
   */
  public static boolean mayPass(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof WpsException) {
        return false;
      }
      if (each instanceof PersistenceException
          || each instanceof SQLException
          || each instanceof RollbackException
          || each instanceof HeuristicMixedException
          || each instanceof EngineFailureException
          || each instanceof AbsentProcessException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the database could not be reached, or broke off what it was doing, so that the same
   * call may go well later. Not when it refused a statement for what it says (SQL states 22, 23 and
   * 42).
   */
  public static boolean isDatabaseAway(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return isAway(sql);
      }
      if (each.getCause() == null && each instanceof RollbackException) {
        return true; // the transaction took too long
      }
      if (each instanceof HeuristicMixedException) {
        return true; // it was cut off at its commit
      }
    }
    return false;
  }

  /** Without a state it comes from the pool: there was no connection to be had. */
  private static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    return state == null
        || e instanceof SQLTransientException
        || AWAY.stream().anyMatch(state::startsWith);
  }
}
