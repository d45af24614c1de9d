package org.drover.wps.web.ogcapi.document;

import java.util.Locale;
import java.util.Optional;
import org.drover.wps.error.Fault;
import org.drover.wps.error.ServerBusyException;
import org.drover.wps.error.WpsException;
import org.drover.wps.web.ows.OwsError;

/** The one place where a fault becomes a kind of problem and an HTTP status. */
public final class Problems {

  private static final int RETRY_AFTER_SECONDS = 5;

  private Problems() {}

  /** The problem of a failure a client can be told about. */
  public static Problem of(WpsException failure) {
    Problem problem = of(failure.fault(), failure.locator(), failure.getMessage());
    return failure instanceof ServerBusyException busy
        ? problem.retryAfter(busy.retryAfter().toSeconds())
        : problem;
  }

  /** The problem of a fault. */
  public static Problem of(Fault fault, Optional<String> locator, String detail) {
    Problem problem = Problem.of(type(fault), status(fault), detail, locator);
    return problem.status() == 503 ? problem.retryAfter(RETRY_AFTER_SECONDS) : problem;
  }

  /** The problem of what readers shared with other protocols refuse. */
  static Problem of(OwsError error) {
    return Problem.of(
        Problem.OWN + "invalid-request", error.status(), error.text(), error.locator());
  }

  private static int status(Fault fault) {
    return switch (fault) {
      case NO_SUCH_INPUT,
          MISSING_INPUT,
          INVALID_INPUT,
          TOO_MANY_INPUTS,
          UNSUPPORTED_FORMAT,
          NO_SUCH_OUTPUT,
          TOO_MANY_OUTPUTS,
          DATA_NOT_ACCESSIBLE,
          MODE_NOT_SUPPORTED,
          STORAGE_NOT_SUPPORTED ->
          400;
      case NOT_AUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NO_SUCH_PROCESS, NO_SUCH_JOB, RESULT_NOT_READY -> 404;
      case WRONG_STATE -> 409;
      case DISMISSED -> 410;
      case SIZE_EXCEEDED -> 413;
      case KEY_REUSED -> 422;
      case SERVER_BUSY, UNAVAILABLE -> 503;
      case NOT_ENOUGH_STORAGE -> 507;
      case PROCESS_FAILED, TIME_EXCEEDED, INTERNAL -> 500;
    };
  }

  private static String type(Fault fault) {
    return switch (fault) {
      case NO_SUCH_PROCESS -> Problem.OGC + "no-such-process";
      case NO_SUCH_JOB -> Problem.OGC + "no-such-job";
      case RESULT_NOT_READY -> Problem.OGC + "result-not-ready";
      case NO_SUCH_OUTPUT -> Problem.OGC + "no-such-output";
      default -> Problem.OWN + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
