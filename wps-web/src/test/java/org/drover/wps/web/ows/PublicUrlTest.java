package org.drover.wps.web.ows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlTest {

  private static String base(PublicUrl url, FakeHttp http) {
    return url.base(http.request());
  }

  @Test
  void theSettingWins() {
    FakeHttp http = FakeHttp.get("", null).with("X-Forwarded-Host", "evil.example");
    assertThat(base(new PublicUrl("https://wps.example.org/geo/", "127.0.0.1"), http))
        .isEqualTo("https://wps.example.org/geo");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8180, 127.0.0.1, http://localhost:8180",
    "127.0.0.1:8180, 127.0.0.1, http://127.0.0.1:8180",
    "localhost, 127.0.0.1, http://localhost:8180",
    "'[::1]:8180', 0:0:0:0:0:0:0:1, http://[::1]:8180",
    "evil.example, 127.0.0.1, http://127.0.0.1:8180",
    "localhost.evil.example:8180, 127.0.0.1, http://127.0.0.1:8180",
    "localhost:80@evil.example, 127.0.0.1, http://127.0.0.1:8180",
    "evil.example, 192.0.2.7, http://192.0.2.7:8180",
    "localhost, 192.0.2.7, http://192.0.2.7:8180",
    "evil.example, 2001:db8:0:0:0:0:0:1, http://[2001:db8:0:0:0:0:0:1]:8180"
  })
  void theHostHeaderNeverDecides(String host, String localAddress, String expected) {
    FakeHttp http =
        FakeHttp.get("", null).with("Host", host).with("X-Forwarded-Host", "evil.example");
    http.localAddress = localAddress;
    http.localPort = 8180;
    assertThat(base(new PublicUrl("", ""), http)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10.1.2.3, wps.example.org, https, -, -, https://wps.example.org",
        "10.1.2.3, wps.example.org:8443, https, -, /geo, https://wps.example.org:8443/geo",
        "10.1.2.3, wps.example.org, http, 81, -, http://wps.example.org:81",
        "10.1.2.3, 'wps.example.org, inner', 'https, http', 443, -, https://wps.example.org",
        "10.1.2.3, bad host, https, -, -, http://127.0.0.1:8080",
        "10.1.2.3, wps.example.org, https, -, //evil.example, https://wps.example.org",
        "10.2.2.3, wps.example.org, https, -, -, http://127.0.0.1:8080"
      })
  void forwardingHeadersCountFromTrustedProxiesOnly(
      String remote, String host, String proto, String port, String prefix, String expected) {
    FakeHttp http = FakeHttp.get("", null).with("X-Forwarded-Host", host);
    http.remoteAddress = remote;
    http.with("X-Forwarded-Proto", proto).with("X-Forwarded-Port", port);
    http.with("X-Forwarded-Prefix", prefix);
    assertThat(base(new PublicUrl("", "192.0.2.1, 10.1.0.0/16"), http)).isEqualTo(expected);
  }

  @Test
  void settingsThatCannotBeAreRefusedAtTheStart() {
    assertThatThrownBy(() -> new PublicUrl("ftp://x", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PublicUrl("", "proxy.example.org"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
