package org.drover.wps.data;

import java.util.Optional;

/**
 * One occurrence of an input as received.
 *
 * @param title as sent by the client, for lineage
 * @param summary as sent by the client, for lineage
 */
public record Input(String id, InputValue value, Optional<String> title, Optional<String> summary) {

  public static Input of(String id, InputValue value) {
    return new Input(id, value, Optional.empty(), Optional.empty());
  }

  public Input with(InputValue other) {
    return new Input(id, other, title, summary);
  }
}
