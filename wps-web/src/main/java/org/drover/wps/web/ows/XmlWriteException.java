package org.drover.wps.web.ows;

/** A document cannot be written. */
public final class XmlWriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public XmlWriteException(Throwable cause) {
    super(cause);
  }
}
