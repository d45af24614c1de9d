package org.drover.wps.deploy;

/** A package that is not taken. The message tells the client why, and what to do. */
public final class PackageRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kinds of refusal. */
  public enum Reason {
    /** Its media type is none of those that can be read. */
    UNKNOWN_MEDIA_TYPE,
    /** It is not JSON or YAML. */
    UNREADABLE,
    /** What it says makes no sense, is not supported, or is not permitted. */
    INVALID,
    /** It has no tool of the name asked for. */
    NO_SUCH_TOOL,
    /** A process of this identifier has been deployed before. */
    TAKEN,
    /** A process of this identifier was not deployed, and cannot be changed. */
    IMMUTABLE,
    /** As many packages are deployed as may be. */
    TOO_MANY
  }

  private final Reason reason;

  public PackageRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public PackageRefusedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
