package org.drover.wps.web.ows;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an exception report says (06-121r3 §8), and the HTTP status it is sent with.
 *
 * @param code exceptionCode
 * @param locator what the error is about
 * @param text one or two sentences for the client
 * @param status HTTP status
 * @param retryAfter seconds after which it may go better
 */
public record OwsError(
    String code, Optional<String> locator, String text, int status, OptionalInt retryAfter) {

  public OwsError(String code, String locator, String text, int status) {
    this(code, Optional.ofNullable(locator), text, status, OptionalInt.empty());
  }

  /** The same error, with a time after which the client may try again. */
  public OwsError retryAfter(int seconds) {
    return new OwsError(code, locator, text, status, OptionalInt.of(seconds));
  }
}
