package org.drover.wps.web.ows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The door of the protocols, outside a server. */
public final class WpsEndpoints {

  private final WpsServlet servlet = new WpsServlet();

  public WpsEndpoints(WpsProtocol... ranked) {
    servlet.start(new Protocols(List.of(ranked)), Optional.empty(), new PublicUrl("", ""));
  }

  public WpsEndpoints(Enveloping enveloping, WpsProtocol... ranked) {
    servlet.start(new Protocols(List.of(ranked)), Optional.of(enveloping), new PublicUrl("", ""));
  }

  public void send(FakeHttp http) {
    try {
      servlet.service(http.request(), http.response());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
