package org.drover.wps.web.ows;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drover.wps.config.Setting;

/**
 * The versions of WPS that may answer at an address.
 *
 * @param ranked at least one; the first answers those who do not say which version they want
 */
record Protocols(List<WpsProtocol> ranked) {

  /** Version of WPS for clients that name none. */
  static final Setting<String> DEFAULT = Setting.text("drover.wps.default-version", "1.0.0");

  /** All versions, as ranked by the administrator. */
  static Protocols fromSettings(List<WpsProtocol> all) {
    String first = DEFAULT.get();
    if (all.stream().noneMatch(it -> it.version().equals(first))) {
      throw new IllegalArgumentException(
          "Setting "
              + DEFAULT.key()
              + " is one of "
              + all.stream().map(WpsProtocol::version).sorted().collect(Collectors.joining(", "))
              + ", not "
              + first);
    }
    return new Protocols(
        all.stream()
            .sorted(
                Comparator.comparing((WpsProtocol it) -> !it.version().equals(first))
                    .thenComparing(WpsProtocol::version))
            .toList());
  }

  static Protocols only(WpsProtocol protocol) {
    return new Protocols(List.of(protocol));
  }

  WpsProtocol first() {
    return ranked.get(0);
  }

  Optional<WpsProtocol> find(String version) {
    return ranked.stream().filter(it -> it.version().equals(version)).findFirst();
  }

  /** The protocol for a KVP request; only GetCapabilities negotiates (06-121r3 §7.3.2). */
  WpsProtocol forKvp(Kvp kvp) {
    String operation = kvp.find("request").orElse("").toLowerCase(Locale.ROOT);
    Optional<String> version = kvp.find("version");
    if (!operation.equals("getcapabilities")) {
      return version.flatMap(this::find).orElseGet(() -> firstWith(operation));
    }
    List<String> accepted =
        kvp.find("AcceptVersions")
            .map(VersionNegotiation::list)
            .filter(it -> !it.isEmpty())
            .orElseGet(() -> version.map(List::of).orElse(List.of()));
    List<String> offered = ranked.stream().map(WpsProtocol::version).toList();
    return find(VersionNegotiation.choose(accepted, offered)).orElseThrow();
  }

  /** Some operations are of one version only. */
  private WpsProtocol firstWith(String operation) {
    return ranked.stream()
        .filter(it -> it.operations().contains(operation))
        .findFirst()
        .orElseGet(this::first);
  }

  /** The protocol whose documents have this namespace. */
  WpsProtocol forNamespace(String namespace) {
    return ranked.stream()
        .filter(it -> it.namespaces().contains(String.valueOf(namespace)))
        .findFirst()
        .orElseThrow(
            () ->
                OwsException.unreadable(
                    "The root element is in no namespace known here. Known are: "
                        + ranked.stream()
                            .flatMap(it -> it.namespaces().stream())
                            .sorted()
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
