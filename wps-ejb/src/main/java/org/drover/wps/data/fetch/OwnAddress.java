package org.drover.wps.data.fetch;

import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.config.PublicAddress;
import org.drover.wps.config.Setting;

/**
 * Under which addresses this server is asked by itself: its public one, those of loopback, and
 * those of the other nodes, as a job may have been accepted there.
 */
final class OwnAddress {

  /** Addresses of the other nodes, as clients use them; separated by commas. */
  static final Setting<String> NODES = Setting.text("drover.fetch.own-addresses", "");

  private OwnAddress() {}

  static List<String> fromSettings() {
    int port = PublicAddress.httpPort();
    Stream<String> loopback =
        Stream.of("localhost", "127.0.0.1", "[::1]").map(it -> "http://" + it + ":" + port);
    Stream<String> set = Stream.of(PublicAddress.SETTING.get() + "," + NODES.get());
    return Stream.concat(loopback, set.flatMap(it -> Stream.of(it.split("\\s*,\\s*", -1))))
        .filter(it -> !it.isEmpty())
        .toList();
  }
}
