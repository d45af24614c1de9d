package org.drover.wps.data.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.config.Setting;

/**
 * From where the server fetches.
 *
 * @param hosts hosts it fetches from, provided their addresses are public
 * @param privateHosts hosts it fetches from whatever their addresses
 * @param own addresses of this server itself, such as {@code http://localhost:8080}
 * @param ownPaths beginnings of the paths it may GET from itself: what anybody may read there
 */
record FetchPolicy(
    List<HostPattern> hosts,
    List<HostPattern> privateHosts,
    List<String> own,
    List<String> ownPaths) {

  /** Hosts with public addresses that referenced inputs may come from; {@code *} is all. */
  static final Setting<String> ALLOW = Setting.text("drover.fetch.allow", "*");

  /** Hosts that referenced inputs may come from though their addresses are private. */
  static final Setting<String> ALLOW_PRIVATE = Setting.text("drover.fetch.allow-private", "");

  /** Paths of this server itself that referenced inputs may come from. */
  static final Setting<String> OWN_PATHS =
      Setting.text("drover.fetch.own-paths", "/samples/,/outputs/");

  static FetchPolicy fromSettings() {
    return new FetchPolicy(
        HostPattern.parseList(ALLOW.get()),
        HostPattern.parseList(ALLOW_PRIVATE.get()),
        OwnAddress.fromSettings(),
        Arrays.asList(OWN_PATHS.get().split("\\s*,\\s*", -1)));
  }

  /** Whether a target may be asked for at all. */
  void requireAllowed(Target target, boolean post) throws RefusedException {
    if (!isOwn(target, post) && none(hosts, target) && none(privateHosts, target)) {
      throw new RefusedException(
          "this server does not fetch from " + target.origin() + "; ask its administrator");
    }
  }

  private static boolean none(List<HostPattern> patterns, Target target) {
    return patterns.stream().noneMatch(it -> it.matches(target));
  }

  /** Whether these addresses, which are those of a target, may be connected to. */
  void requireAllowed(Target target, boolean post, InetAddress[] addresses)
      throws RefusedException {
    boolean anyAddress = isOwn(target, post) || !none(privateHosts, target);
    if (!anyAddress && !Arrays.stream(addresses).allMatch(AddressRule::isPublic)) {
      throw new RefusedException(
          "this server does not fetch from addresses of private networks; ask its administrator");
    }
  }

  /** Plain reading from this server itself. An encoded path could mean another one to it. */
  private boolean isOwn(Target target, boolean post) {
    String path = target.uri().getRawPath();
    boolean plain = Stream.of("%", "..", "//", ";").noneMatch(path::contains);
    return !post && plain && own.stream().anyMatch(it -> isBelow(it, target));
  }

  private boolean isBelow(String address, Target target) {
    try {
      Target base = Target.parse(address);
      String folder = base.uri().getRawPath().replaceFirst("/+$", "");
      return base.sameOrigin(target)
          && ownPaths.stream().anyMatch(it -> target.uri().getRawPath().startsWith(folder + it));
    } catch (RefusedException e) {
      // What cannot be fetched from is no target's address.
      return false;
    }
  }
}
