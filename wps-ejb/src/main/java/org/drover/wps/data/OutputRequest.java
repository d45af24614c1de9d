package org.drover.wps.data;

import java.util.Optional;

/**
 * One output a client asks for, or all of a group of outputs.
 *
 * @param id identifier, or path of a nested output, such as {@code zone/area}
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

  /**
   * What this wish is for one of the outputs a group comes down to.
   *
   * @param path of that output; the same identifier when this is no group
   */
  public OutputRequest forLeaf(String path) {
    return path.equals(id)
        ? this
        : new OutputRequest(path, format, unit, asReference, Optional.empty(), Optional.empty());
  }
}
