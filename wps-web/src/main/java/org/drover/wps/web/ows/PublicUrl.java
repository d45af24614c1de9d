package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drover.wps.config.PublicAddress;
import org.drover.wps.config.Setting;

/**
 * The address clients reach this server at, without a slash at the end. It comes from the setting,
 * else from the forwarding headers of a trusted proxy, else from the socket the request came in by;
 * never from what any client may write into a header.
 */
public final class PublicUrl {

  /** IP addresses and CIDR blocks, separated by commas. */
  public static final Setting<String> PROXIES = Setting.text("drover.trusted-proxies", "");

  private static final Set<String> NAMES_OF_LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])");
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");

  private final Optional<String> configured;
  private final TrustedProxies proxies;

  PublicUrl(String address, String proxies) {
    this.configured = Optional.of(address).filter(it -> !it.isBlank()).map(PublicUrl::checked);
    this.proxies = TrustedProxies.of(proxies);
  }

  /** As set by the administrator. */
  public static PublicUrl fromSettings() {
    return new PublicUrl(PublicAddress.SETTING.get(), PROXIES.get());
  }

  private static String checked(String address) {
    URI uri = URI.create(address.trim());
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "Setting "
              + PublicAddress.SETTING.key()
              + " must be like https://wps.example.org, not "
              + address);
    }
    return withoutSlash(uri.toString());
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** The address to put before paths that begin with a slash. */
  public String base(HttpServletRequest request) {
    if (configured.isPresent()) {
      return configured.get();
    }
    boolean proxied = !proxies.isEmpty() && proxies.contains(request.getRemoteAddr());
    return proxied ? forwarded(request) : socket(request);
  }

  private static String forwarded(HttpServletRequest request) {
    String host = first(request, "X-Forwarded-Host").orElse("");
    int colon = host.endsWith("]") ? -1 : host.lastIndexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    if (!HOST.matcher(name).matches()) {
      return socket(request);
    }
    String scheme =
        first(request, "X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent()
            ? "https"
            : "http";
    Optional<String> port =
        first(request, "X-Forwarded-Port")
            .or(() -> colon < 0 ? Optional.empty() : Optional.of(host.substring(colon + 1)))
            .filter(it -> it.matches("[0-9]{1,5}"));
    String prefix =
        first(request, "X-Forwarded-Prefix").filter(it -> PREFIX.matcher(it).matches()).orElse("");
    return scheme
        + "://"
        + name
        + port.map(it -> port(scheme, Integer.parseInt(it))).orElse("")
        + withoutSlash(prefix);
  }

  private static Optional<String> first(HttpServletRequest request, String header) {
    return Optional.ofNullable(request.getHeader(header)).map(it -> it.split(",", 2)[0].trim());
  }

  private static String socket(HttpServletRequest request) {
    String scheme = request.isSecure() ? "https" : "http";
    String address = request.getLocalAddr();
    boolean loopback = address.startsWith("127.") || isLoopback6(address);
    String host = loopback ? loopbackName(request) : literal(address);
    return scheme + "://" + host + port(scheme, request.getLocalPort());
  }

  private static boolean isLoopback6(String address) {
    return address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }

  /** On loopback the client's own choice among the three names is safe to repeat. */
  private static String loopbackName(HttpServletRequest request) {
    String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
    return NAMES_OF_LOOPBACK.stream()
        .filter(it -> host.startsWith(it) && isPort(host.substring(it.length())))
        .findFirst()
        .orElseGet(() -> literal(request.getLocalAddr()));
  }

  private static boolean isPort(String end) {
    return end.isEmpty()
        || (end.startsWith(":") && end.chars().skip(1).allMatch(it -> it >= '0' && it <= '9'));
  }

  private static String literal(String address) {
    return address.indexOf(':') < 0 ? address : "[" + address.replaceFirst("%.*$", "") + "]";
  }

  private static String port(String scheme, int port) {
    return port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port;
  }
}
