package org.drover.wps.process;

/** An input is unusable in a way its description could not tell. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String input;

  /**
   * @param input identifier of the input
   * @param message what is wrong with it and what to send instead
   */
  public InvalidInputException(String input, String message) {
    super(message);
    this.input = input;
  }

  /**
   * @param input identifier of the input
   * @param message what is wrong with it and what to send instead
   */
  public InvalidInputException(String input, String message, Throwable cause) {
    super(message, cause);
    this.input = input;
  }

  /** Identifier of the input. */
  public String input() {
    return input;
  }
}
