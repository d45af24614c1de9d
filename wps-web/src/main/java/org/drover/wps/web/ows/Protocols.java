package org.drover.wps.web.ows;

import java.util.List;
import java.util.Optional;

/**
 * The versions of WPS that may answer at an address.
 *
 * @param ascending by version, at least one
 */
record Protocols(List<WpsProtocol> ascending) {

  static Protocols only(WpsProtocol protocol) {
    return new Protocols(List.of(protocol));
  }

  WpsProtocol highest() {
    return ascending.get(ascending.size() - 1);
  }

  Optional<WpsProtocol> find(String version) {
    return ascending.stream().filter(it -> it.version().equals(version)).findFirst();
  }

  /** The protocol for a KVP request; only GetCapabilities negotiates (06-121r3 §7.3.2). */
  WpsProtocol forKvp(Kvp kvp) {
    if (kvp.find("request").filter("GetCapabilities"::equalsIgnoreCase).isEmpty()) {
      return kvp.find("version").flatMap(this::find).orElseGet(this::highest);
    }
    List<String> accepted =
        kvp.find("AcceptVersions").map(VersionNegotiation::list).orElse(List.of());
    List<String> offered = ascending.stream().map(WpsProtocol::version).toList();
    return find(VersionNegotiation.choose(accepted, kvp.find("version"), offered)).orElseThrow();
  }

  /** The protocol whose documents have this namespace. */
  WpsProtocol forNamespace(String namespace) {
    return ascending.stream()
        .filter(it -> it.namespace().equals(namespace))
        .findFirst()
        .orElseThrow(
            () ->
                OwsException.unreadable(
                    "The root element is in no namespace known here. Use that of WPS 1.0.0, "
                        + Namespace.WPS10.uri()
                        + "."));
  }
}
