package org.drover.wps.bench.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Single requests, outside of any measured loop. */
public final class Http {

  private static final int BUFFER = 1 << 16;
  private static final int PATIENCE_MILLIS = 300_000;

  private final InetSocketAddress address;

  Http(InetSocketAddress address) {
    this.address = address;
  }

  /** Writes the body of a request. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  boolean answers(String path) {
    try {
      return open(path).getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The body of the answer; anything but 200 is an error. */
  public byte[] get(String path) throws IOException {
    return answer(open(path));
  }

  /** Posts XML as it is written, in chunks. */
  public byte[] post(String path, Body body) throws IOException {
    HttpURLConnection connection = open(path);
    connection.setDoOutput(true);
    connection.setChunkedStreamingMode(BUFFER);
    connection.setRequestProperty("Content-Type", "text/xml");
    try (OutputStream out = new BufferedOutputStream(connection.getOutputStream(), BUFFER)) {
      body.writeTo(out);
    }
    return answer(connection);
  }

  /** As {@link #post(String, Body)}, with no body, for W's doors. */
  public String post(String path) throws IOException {
    return new String(post(path, out -> {}), StandardCharsets.UTF_8);
  }

  private HttpURLConnection open(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://localhost:" + address.getPort() + path).toURL().openConnection();
    connection.setReadTimeout(PATIENCE_MILLIS);
    return connection;
  }

  private static byte[] answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] body = in == null ? new byte[0] : in.readAllBytes();
      if (status != 200) {
        throw new IOException(
            connection.getURL() + ": " + status + " " + new String(body, StandardCharsets.UTF_8));
      }
      return body;
    }
  }
}
