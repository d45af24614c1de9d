package org.drover.wps.command;

/** A file that should describe a command process does not. The message says where and why. */
public final class InvalidCommandFileException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidCommandFileException(String message) {
    super(message);
  }

  InvalidCommandFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
