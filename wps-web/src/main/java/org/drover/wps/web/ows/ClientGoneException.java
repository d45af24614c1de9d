package org.drover.wps.web.ows;

/** The connection to the client broke; there is nobody to answer. */
public final class ClientGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ClientGoneException(Throwable cause) {
    super(cause);
  }
}
