package org.drover.wps.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests libraries would not send, or not as they are. */
public final class BareClient {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final URI server;

  public BareClient(URI server) {
    this.server = server;
  }

  /**
   * GET.
   *
   * @param target path and query, sent as UTF-8 without encoding anything
   * @param headers lines of the form {@code Name: value}
   * @return the whole answer: status line, headers, body
   */
  public String get(String target, String... headers) {
    String request =
        "GET "
            + target
            + " HTTP/1.1\r\nHost: "
            + server.getAuthority()
            + "\r\nConnection: close\r\n"
            + String.join("\r\n", headers)
            + (headers.length == 0 ? "" : "\r\n")
            + "\r\n";
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
