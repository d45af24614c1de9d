package org.drover.wps.data.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Hosts of a list an administrator writes: {@code data.example.org}, {@code *.example.org}, {@code
 * 10.0.0.5:8080}, {@code *}. Without a port, 80 for http and 443 for https is meant; {@code :*} is
 * any port.
 */
record HostPattern(String host, String port) {

  private static final String ANY = "*";

  static List<HostPattern> parseList(String text) {
    return Arrays.stream(text.split("[,\\s]+", -1))
        .filter(it -> !it.isEmpty())
        .map(HostPattern::parse)
        .toList();
  }

  private static HostPattern parse(String text) {
    String pattern = text.toLowerCase(Locale.ROOT);
    int colon = pattern.lastIndexOf(':');
    boolean withPort = colon > pattern.lastIndexOf(']');
    String port = withPort ? pattern.substring(colon + 1) : "";
    if (!port.isEmpty() && !port.equals(ANY) && !port.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("'" + text + "' is not host or host:port");
    }
    return new HostPattern(withPort ? pattern.substring(0, colon) : pattern, port);
  }

  boolean matches(Target target) {
    return matchesHost(target.host()) && matchesPort(target);
  }

  private boolean matchesHost(String name) {
    return host.equals(ANY)
        || host.equals(name)
        || (host.startsWith("*.") && name.endsWith(host.substring(1)));
  }

  private boolean matchesPort(Target target) {
    return switch (port) {
      case ANY -> true;
      case "" -> target.port() == (target.isSecure() ? 443 : 80);
      default -> target.port() == Integer.parseInt(port);
    };
  }
}
