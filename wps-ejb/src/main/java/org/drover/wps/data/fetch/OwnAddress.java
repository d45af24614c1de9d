package org.drover.wps.data.fetch;

import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.config.PublicAddress;

/** Under which addresses this server is asked by itself: its public one and those of loopback. */
final class OwnAddress {

  private OwnAddress() {}

  static List<String> fromSettings() {
    int port = PublicAddress.httpPort();
    return Stream.of(
            PublicAddress.SETTING.get(),
            "http://localhost:" + port,
            "http://127.0.0.1:" + port,
            "http://[::1]:" + port)
        .filter(it -> !it.isEmpty())
        .toList();
  }
}
