package org.drover.wps.web.wps10;

import org.drover.wps.error.Fault;
import org.drover.wps.web.ows.OwsError;

/** The one place where a fault becomes a code, a locator and an HTTP status of WPS 1.0.0. */
final class ErrorMapper {

  private static final String INVALID = "InvalidParameterValue";
  private static final String OTHER = "NoApplicableCode";
  private static final int RETRY_AFTER_SECONDS = 5;

  private ErrorMapper() {}

  /**
   * The report of a fault.
   *
   * @param locator what the core says the fault is about; null for nothing
   */
  static OwsError map(Fault fault, String locator, String text) {
    return switch (fault) {
      case NO_SUCH_PROCESS -> new OwsError(INVALID, "Identifier", text, 400);
      case NO_SUCH_INPUT,
          INVALID_INPUT,
          TOO_MANY_INPUTS,
          UNSUPPORTED_FORMAT,
          NO_SUCH_OUTPUT,
          DATA_NOT_ACCESSIBLE ->
          new OwsError(INVALID, locator, text, 400);
      case MISSING_INPUT -> new OwsError("MissingParameterValue", locator, text, 400);
      case SIZE_EXCEEDED -> new OwsError("FileSizeExceeded", locator, text, 413);
      case MODE_NOT_SUPPORTED -> new OwsError(INVALID, "storeExecuteResponse", text, 400);
      case STORAGE_NOT_SUPPORTED -> new OwsError("StorageNotSupported", null, text, 400);
      case TOO_MANY_OUTPUTS -> new OwsError(INVALID, "RawDataOutput", text, 400);
      case NO_SUCH_JOB, RESULT_NOT_READY -> new OwsError(INVALID, locator, text, 404);
      case WRONG_STATE -> new OwsError(OTHER, locator, text, 409);
      case KEY_REUSED -> new OwsError(INVALID, locator, text, 422);
      case PROCESS_FAILED -> new OwsError(OTHER, locator, text, 500);
      case TIME_EXCEEDED, DISMISSED, INTERNAL -> new OwsError(OTHER, null, text, 500);
      case SERVER_BUSY ->
          new OwsError("ServerBusy", null, text, 503).retryAfter(RETRY_AFTER_SECONDS);
      case NOT_ENOUGH_STORAGE -> new OwsError("NotEnoughStorage", null, text, 507);
      case NOT_AUTHENTICATED -> new OwsError(OTHER, null, text, 401);
      case FORBIDDEN -> new OwsError(OTHER, null, text, 403);
      case UNAVAILABLE -> new OwsError(OTHER, null, text, 503).retryAfter(RETRY_AFTER_SECONDS);
    };
  }

  /** Whether the fault is the run's, not the request's. */
  static boolean isOfTheRun(Fault fault) {
    return fault == Fault.PROCESS_FAILED || fault == Fault.TIME_EXCEEDED;
  }
}
