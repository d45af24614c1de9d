package org.drover.wps.error;

import jakarta.ejb.ApplicationException;
import java.util.Optional;

/** A failure with a message fit for the client. Anything else thrown is a defect. */
@ApplicationException(rollback = true)
public class WpsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String locator;

  public WpsException(Fault fault, String message) {
    this(fault, null, message, null);
  }

  /**
   * @param locator the identifier the fault is about; null when there is none
   * @param message what is wrong and what to do, in one or two sentences
   */
  public WpsException(Fault fault, String locator, String message) {
    this(fault, locator, message, null);
  }

  public WpsException(Fault fault, String locator, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
    this.locator = locator;
  }

  public Fault fault() {
    return fault;
  }

  public Optional<String> locator() {
    return Optional.ofNullable(locator);
  }
}
