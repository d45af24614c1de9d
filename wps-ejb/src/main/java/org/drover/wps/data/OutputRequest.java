package org.drover.wps.data;

import java.util.Optional;

/**
 * One output a client asks for.
 *
 * @param asReference whether the client wants an address instead of the value
 * @param title overrides the description's title in the response (05-007r7 §10.3.1)
 * @param summary overrides the description's abstract in the response
 */
public record OutputRequest(
    String id,
    DeclaredFormat format,
    Optional<String> unit,
    boolean asReference,
    Optional<String> title,
    Optional<String> summary) {

  public static OutputRequest of(String id) {
    return new OutputRequest(
        id, DeclaredFormat.NONE, Optional.empty(), false, Optional.empty(), Optional.empty());
  }
}
