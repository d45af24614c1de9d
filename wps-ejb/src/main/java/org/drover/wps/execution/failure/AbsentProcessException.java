package org.drover.wps.execution.failure;

/** A job's process is not on offer at this moment; its deployment may still come. */
public final class AbsentProcessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param process its identifier
   */
  public AbsentProcessException(String process) {
    super("Process " + process + " is no longer on offer.");
  }
}
