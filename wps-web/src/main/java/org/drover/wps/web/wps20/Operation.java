package org.drover.wps.web.wps20;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drover.wps.web.ows.Namespace;

/** The operations; {@link #PAUSE} and {@link #RESUME} are an extension. */
enum Operation {
  GET_CAPABILITIES("GetCapabilities", Namespace.WPS20),
  DESCRIBE_PROCESS("DescribeProcess", Namespace.WPS20),
  EXECUTE("Execute", Namespace.WPS20),
  GET_STATUS("GetStatus", Namespace.WPS20),
  GET_RESULT("GetResult", Namespace.WPS20),
  DISMISS("Dismiss", Namespace.WPS20),
  PAUSE("Pause", Namespace.DROVER),
  RESUME("Resume", Namespace.DROVER);

  private final String title;
  private final Namespace namespace;

  Operation(String title, Namespace namespace) {
    this.title = title;
    this.namespace = namespace;
  }

  String title() {
    return title;
  }

  /** Whether it can be asked for by GET: Execute cannot (14-065r2 §10.2). */
  boolean byKvp() {
    return this != EXECUTE;
  }

  /** Those that something offered needs (14-065r2 §9.3). */
  static List<Operation> offered(List<Offer> offers) {
    return Arrays.stream(values()).filter(it -> offers.stream().anyMatch(it::isFor)).toList();
  }

  private boolean isFor(Offer offer) {
    return switch (this) {
      case GET_CAPABILITIES, DESCRIBE_PROCESS, EXECUTE -> true;
      case GET_STATUS, GET_RESULT, PAUSE, RESUME -> offer.makesJobs();
      case DISMISS -> offer.dismisses();
    };
  }

  /** By the value of {@code request}, whose letter case does not count (14-065r2 §10.2). */
  static Optional<Operation> find(String request) {
    return Arrays.stream(values()).filter(it -> it.title.equalsIgnoreCase(request)).findFirst();
  }

  /** By the root element of a request. */
  static Optional<Operation> find(String namespace, String element) {
    return Arrays.stream(values())
        .filter(it -> it.title.equals(element) && it.namespace.uri().equals(namespace))
        .findFirst();
  }

  /** Those by KVP, in lower case. */
  static Set<String> kvpNames() {
    return Arrays.stream(values())
        .filter(Operation::byKvp)
        .map(it -> it.title.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
