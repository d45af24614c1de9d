package org.drover.wps.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Talks to the administrative resource of a server. */
public final class AdminClient {

  /** What came back. */
  public record Reply(int status, String contentType, Optional<String> challenge, JsonNode json) {

    /** The JSON, when the request was answered as wished. */
    public JsonNode ok() {
      assertThat(status).as(json.toString()).isEqualTo(200);
      return json;
    }

    /** Requires a problem (RFC 9457) with this status. */
    public Reply refused(int expected) {
      assertThat(status).as(json.toString()).isEqualTo(expected);
      assertThat(contentType).startsWith("application/problem+json");
      assertThat(json.path("status").asInt()).isEqualTo(expected);
      assertThat(json.path("detail").asText()).isNotBlank();
      return this;
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final Optional<String> authorization;

  private AdminClient(URI base, Optional<String> authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** One who does not say who it is. */
  public static AdminClient anonymous(URI server) {
    return new AdminClient(server.resolve("/admin/"), Optional.empty());
  }

  public AdminClient as(String user, String password) {
    String credentials = user + ":" + password;
    return new AdminClient(
        base,
        Optional.of(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  public Reply post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  public Reply patch(String path, String json) {
    return send("PATCH", path, "application/json", json);
  }

  public Reply send(String method, String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(1));
    authorization.ifPresent(it -> request.header("Authorization", it));
    return request;
  }

  /** Sends a request as it is. */
  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("WWW-Authenticate"),
          JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
