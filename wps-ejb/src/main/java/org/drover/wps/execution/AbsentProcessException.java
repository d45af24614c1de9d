package org.drover.wps.execution;

/** A job's process is not on offer at this moment; its deployment may still come. */
final class AbsentProcessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AbsentProcessException(String process) {
    super("Process " + process + " is no longer on offer.");
  }
}
