package org.drover.wps.web.ows;

import java.util.OptionalInt;
import org.drover.wps.execution.request.ExecuteRequest;

/**
 * What Drover reads from the URL of an Execute beside the standard's own parameters, by KVP and by
 * POST alike.
 *
 * @param dryRun whether only to tell what it would cost
 * @param priority how urgent the job is
 */
public record ExecuteParameters(boolean dryRun, OptionalInt priority) {

  /**
   * Reads them.
   *
   * @param query as in the URL; null for none
   */
  public static ExecuteParameters of(String query) {
    Kvp kvp = Kvp.of(query);
    return new ExecuteParameters(
        kvp.flag("dryRun"),
        kvp.find(ExecuteRequest.PRIORITY)
            .map(it -> OptionalInt.of(priority(it)))
            .orElseGet(OptionalInt::empty));
  }

  private static int priority(String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw OwsException.invalid(
          ExecuteRequest.PRIORITY, "A priority is a whole number, not '" + text + "'.");
    }
  }

  /** The request with what the URL adds to it. */
  public ExecuteRequest applied(ExecuteRequest request) {
    return priority.isPresent() ? request.withPriority(priority.getAsInt()) : request;
  }
}
