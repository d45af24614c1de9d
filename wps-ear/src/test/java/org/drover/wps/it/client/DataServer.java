package org.drover.wps.it.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Serves what Execute requests refer to, and remembers who asked for what. */
public final class DataServer implements AutoCloseable {

  /**
   * A request that came in.
   *
   * @param path with its query
   */
  public record Seen(String method, String path, Map<String, List<String>> headers, String body) {}

  private final HttpServer server;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  public DataServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  /** Serves this text at a path. */
  public URI serve(String path, String contentType, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return serve(
        path,
        exchange -> {
          if (!contentType.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
          }
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  /** Serves an answer without a body. */
  public URI status(String path, int status) {
    return serve(path, exchange -> exchange.sendResponseHeaders(status, -1));
  }

  /** Serves what was posted. */
  public URI echo(String path, String contentType) {
    return serve(
        path,
        exchange -> {
          byte[] posted = (byte[]) exchange.getAttribute("posted");
          exchange.getResponseHeaders().set("Content-Type", contentType);
          exchange.sendResponseHeaders(200, posted.length == 0 ? -1 : posted.length);
          exchange.getResponseBody().write(posted);
        });
  }

  /** Sends whoever asks to another address. */
  public URI redirect(String path, Object target) {
    return serve(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", target.toString());
          exchange.sendResponseHeaders(302, -1);
        });
  }

  /** Answers at a path as a handler says. */
  public URI serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            note(exchange);
            handler.handle(exchange);
          }
        });
    return at("127.0.0.1", path);
  }

  private void note(HttpExchange exchange) throws IOException {
    byte[] posted = exchange.getRequestBody().readAllBytes();
    exchange.setAttribute("posted", posted);
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            new String(posted, StandardCharsets.UTF_8)));
  }

  /** The address of a path here, under another name of this machine. */
  public URI at(String host, String path) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Requests for a path so far. */
  public List<Seen> seen(String path) {
    return seen.stream().filter(it -> it.path().startsWith(path)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
