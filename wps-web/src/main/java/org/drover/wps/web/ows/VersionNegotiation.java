package org.drover.wps.web.ows;

import java.util.Arrays;
import java.util.List;

/** Which version answers GetCapabilities (06-121r3 §7.3.2). */
public final class VersionNegotiation {

  private VersionNegotiation() {}

  /** The versions of an AcceptVersions list, in the client's order of preference. */
  public static List<String> list(String acceptVersions) {
    return Arrays.stream(acceptVersions.split(",", -1))
        .map(String::trim)
        .filter(version -> !version.isEmpty())
        .toList();
  }

  /**
   * The version to answer with.
   *
   * @param accepted AcceptVersions, the most wanted first; empty for none given
   * @param offered the first one answers those who do not care
   */
  public static String choose(List<String> accepted, List<String> offered) {
    if (accepted.isEmpty()) {
      return offered.get(0);
    }
    return accepted.stream()
        .filter(offered::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new OwsException(
                    new OwsError(
                        "VersionNegotiationFailed",
                        null,
                        "None of the versions asked for is offered here; offered: "
                            + String.join(", ", offered)
                            + ".",
                        400)));
  }
}
