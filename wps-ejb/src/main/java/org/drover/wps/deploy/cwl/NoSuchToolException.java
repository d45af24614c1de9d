package org.drover.wps.deploy.cwl;

/** A document has no tool of the name asked for. */
public final class NoSuchToolException extends Exception {
  private static final long serialVersionUID = 1L;

  NoSuchToolException(String message) {
    super(message);
  }
}
