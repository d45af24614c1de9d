package org.drover.wps.web.wps20;

import org.drover.wps.error.Fault;
import org.drover.wps.error.ServerBusyException;
import org.drover.wps.error.WpsException;
import org.drover.wps.web.ows.OwsError;

/** The one place where a fault becomes a code, a locator and an HTTP status of WPS 2.0.2. */
final class ErrorMapper {

  private static final String OTHER = "NoApplicableCode";
  private static final int RETRY_AFTER_SECONDS = 5;

  private ErrorMapper() {}

  /** The report of a failure of the core. */
  static OwsError map(WpsException failure) {
    OwsError error = map(failure.fault(), failure.locator().orElse(null), failure.getMessage());
    return failure instanceof ServerBusyException busy
        ? error.retryAfter((int) busy.retryAfter().toSeconds())
        : error;
  }

  /**
   * The report of a fault (14-065r2 tables of exceptions, §9.5 to §9.8 and §12).
   *
   * @param locator what the core says the fault is about; null for nothing
   */
  static OwsError map(Fault fault, String locator, String text) {
    return switch (fault) {
      case NO_SUCH_PROCESS -> new OwsError("NoSuchProcess", locator, text, 400);
      case MODE_NOT_SUPPORTED -> new OwsError("NoSuchMode", "mode", text, 400);
      case NO_SUCH_INPUT -> new OwsError("NoSuchInput", locator, text, 400);
      case NO_SUCH_OUTPUT -> new OwsError("NoSuchOutput", locator, text, 400);
      case DATA_NOT_ACCESSIBLE -> new OwsError("DataNotAccessible", locator, text, 400);
      case SIZE_EXCEEDED -> new OwsError("SizeExceeded", locator, text, 400);
      case TOO_MANY_INPUTS -> new OwsError("TooManyInputs", locator, text, 400);
      case TOO_MANY_OUTPUTS -> new OwsError("TooManyOutputs", locator, text, 400);
      case SERVER_BUSY ->
          new OwsError("ServerBusy", null, text, 503).retryAfter(RETRY_AFTER_SECONDS);
      case STORAGE_NOT_SUPPORTED -> new OwsError("StorageNotSupported", null, text, 400);
      case UNSUPPORTED_FORMAT -> new OwsError("NoSuchFormat", locator, text, 400);
      case INVALID_INPUT -> new OwsError("WrongInputData", locator, text, 400);
      case MISSING_INPUT -> new OwsError("MissingParameterValue", locator, text, 400);
      case NO_SUCH_JOB -> new OwsError("NoSuchJob", locator, text, 400);
      case RESULT_NOT_READY -> new OwsError("ResultNotReady", locator, text, 400);
      case INTERNAL -> new OwsError("InternalServerError", null, text, 500);
      case WRONG_STATE -> new OwsError(OTHER, locator, text, 409);
      case KEY_REUSED -> new OwsError("InvalidParameterValue", locator, text, 422);
      case PROCESS_FAILED -> new OwsError(OTHER, locator, text, 500);
      case TIME_EXCEEDED, DISMISSED -> new OwsError(OTHER, null, text, 500);
      case NOT_ENOUGH_STORAGE -> new OwsError(OTHER, null, text, 507);
      case NOT_AUTHENTICATED -> new OwsError(OTHER, null, text, 401);
      case FORBIDDEN -> new OwsError(OTHER, null, text, 403);
      case UNAVAILABLE -> new OwsError(OTHER, null, text, 503).retryAfter(RETRY_AFTER_SECONDS);
    };
  }
}
