package org.drover.wps.web.ows;

/** A request that cannot be answered as its protocol says; carries the report to send. */
public final class OwsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient OwsError error;

  public OwsException(OwsError error) {
    super(error.text());
    this.error = error;
  }

  public OwsException(OwsError error, Throwable cause) {
    super(error.text(), cause);
    this.error = error;
  }

  public OwsError error() {
    return error;
  }

  /** A mandatory parameter is absent. */
  public static OwsException missing(String parameter) {
    return new OwsException(
        new OwsError(
            "MissingParameterValue",
            parameter,
            "The parameter '" + parameter + "' is mandatory. Add it.",
            400));
  }

  /** A parameter has a value that cannot be. */
  public static OwsException invalid(String parameter, String text) {
    return new OwsException(new OwsError("InvalidParameterValue", parameter, text, 400));
  }

  /** The operation is not one of this service. */
  public static OwsException unknownOperation(String operation) {
    return new OwsException(
        new OwsError(
            "OperationNotSupported",
            operation,
            "There is no operation '" + operation + "' here.",
            501));
  }

  /** The message itself cannot be read. */
  public static OwsException unreadable(String text) {
    return new OwsException(new OwsError("NoApplicableCode", null, text, 400));
  }

  /** Anything else, with an HTTP status of its own. */
  public static OwsException withStatus(int status, String text) {
    return new OwsException(new OwsError("NoApplicableCode", null, text, status));
  }
}
