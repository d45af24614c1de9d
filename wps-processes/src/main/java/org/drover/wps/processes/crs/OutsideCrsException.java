package org.drover.wps.processes.crs;

/** A position has no place in a coordinate reference system. */
public final class OutsideCrsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutsideCrsException(double x, double y, Throwable cause) {
    super("the position " + x + " " + y + " lies outside of where the CRS can be used", cause);
  }
}
