package org.drover.wps.data.codec;

/** Data is not what its format says. The message tells the client where and what. */
public final class MalformedDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  public MalformedDataException(String message) {
    this(message, null);
  }

  public MalformedDataException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private MalformedDataException(String message, Throwable cause, boolean tooLarge) {
    super(message, cause);
    this.tooLarge = tooLarge;
  }

  /** What something that would not fit into memory is refused with. */
  static MalformedDataException tooLarge(String message) {
    return new MalformedDataException(message, null, true);
  }

  /** The same, and where it was: after so many whole features. */
  MalformedDataException afterFeature(long count) {
    return count == 0
        ? this
        : new MalformedDataException(
            "After feature " + count + ": " + getMessage(), this, tooLarge);
  }

  /** Whether the data may be in order, but holds something too large for the server's memory. */
  public boolean isTooLarge() {
    return tooLarge;
  }
}
