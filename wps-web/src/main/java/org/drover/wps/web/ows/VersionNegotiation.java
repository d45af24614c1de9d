package org.drover.wps.web.ows;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which version answers GetCapabilities (06-121r3 §7.3.2). */
public final class VersionNegotiation {

  private VersionNegotiation() {}

  /** The highest version. */
  public static String highest(Collection<String> offered) {
    return offered.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

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
   * @param hint the {@code version} some clients send; counts when there is no AcceptVersions
   */
  public static String choose(
      List<String> accepted, Optional<String> hint, Collection<String> offered) {
    List<String> wanted = accepted.isEmpty() ? hint.map(List::of).orElse(List.of()) : accepted;
    if (wanted.isEmpty()) {
      return highest(offered);
    }
    return wanted.stream()
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
