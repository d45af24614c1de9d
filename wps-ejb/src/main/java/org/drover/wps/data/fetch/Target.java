package org.drover.wps.data.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to fetch, in the one spelling that every parser reads alike. Anything that two parsers
 * could read differently is refused rather than understood.
 */
record Target(URI uri, String host, int port) {

  private static final int LONGEST = 8192;
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*\\.?");
  private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

  /** Reads an address; the message of the exception is fit for the client. */
  static Target parse(String href) throws RefusedException {
    String text = href.strip();
    if (text.length() > LONGEST) {
      throw new RefusedException("the address is longer than " + LONGEST + " characters");
    }
    if (!PRINTABLE.matcher(text).matches() || text.indexOf('\\') >= 0) {
      throw new RefusedException(
          "the address has a character that must be written as %nn (or, in a host, in Punycode)");
    }
    try {
      return of(new URI(text));
    } catch (URISyntaxException e) {
      throw new RefusedException("the address is not a URL: " + e.getReason(), e);
    }
  }

  /** Where a redirection leads. */
  Target resolve(String location) throws RefusedException {
    if (!PRINTABLE.matcher(location).matches() || location.indexOf('\\') >= 0) {
      throw new RefusedException("it leads to an address that is not a URL");
    }
    try {
      return of(uri.resolve(new URI(location)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new RefusedException("it leads to an address that is not a URL", e);
    }
  }

  private static Target of(URI uri) throws RefusedException {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new RefusedException("only http and https addresses are fetched");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new RefusedException(
          "the address must name a plain host, without a user name and with a valid port");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    requireHost(host);
    int port = uri.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new RefusedException("the port is not between 1 and 65535");
    }
    return new Target(clean(uri, scheme, host), host, port);
  }

  private static void requireHost(String host) throws RefusedException {
    boolean understood =
        NUMERIC_END.matcher(host).matches()
            ? IPV4.matcher(host).matches()
            : NAME.matcher(host).matches() || IPV6.matcher(host).matches();
    if (!understood) {
      throw new RefusedException("the host is not a name or an address in its usual form");
    }
  }

  private static URI clean(URI uri, String scheme, String host) {
    String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(scheme + "://" + host + port + path + query);
  }

  boolean isSecure() {
    return uri.getScheme().equals("https");
  }

  boolean sameOrigin(Target other) {
    return isSecure() == other.isSecure() && host.equals(other.host) && port == other.port;
  }

  /** Scheme, host and port, for messages: paths may hold secrets. */
  String origin() {
    return uri.getScheme() + "://" + host + ":" + port;
  }
}
