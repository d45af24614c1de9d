package org.drover.wps.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Talks OGC API - Processes; holds every answer against the definition the server publishes. */
public final class OgcApiClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<URI, ApiDefinition> DEFINITIONS = new ConcurrentHashMap<>();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Set<String> OVER = Set.of("successful", "failed", "dismissed");
  private static final String EXCEPTIONS =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;
  private final Optional<String> credentials;

  /**
   * @param server address of the server
   */
  public OgcApiClient(URI server) {
    this(server.resolve("/ogcapi"), Optional.empty());
  }

  private OgcApiClient(URI root, Optional<String> credentials) {
    this.root = root;
    this.credentials = credentials;
  }

  /** The same, by a user with a password (RFC 7617). */
  public OgcApiClient as(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new OgcApiClient(root, Optional.of("Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  /** An answer that is as defined. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Reply(int status, HttpHeaders headers, byte[] body, ApiDefinition definition) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public String contentType() {
      return headers.firstValue("Content-Type").orElse("");
    }

    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    /** The JSON of an answer with this status. */
    public JsonNode json(int expected) {
      is(expected);
      return json();
    }

    public Reply is(int expected) {
      assertThat(status).as(text()).isEqualTo(expected);
      return this;
    }

    /** The results in a document. */
    public JsonNode results() {
      is(200);
      assertThat(contentType()).isEqualTo("application/json");
      definition.requireSchema("/components/schemas/results", "application/json", body);
      return json();
    }

    /** Requires a problem (RFC 9457) with this status that names what it is about. */
    public Reply refused(int expected, String about) {
      JsonNode problem = json(expected);
      assertThat(contentType()).isEqualTo("application/problem+json");
      assertThat(problem.path("status").asInt()).isEqualTo(expected);
      assertThat(problem.path("title").asText()).isNotBlank();
      assertThat(problem.path("detail").asText()).contains(about).doesNotContain("Exception");
      return this;
    }

    /** Requires a problem of a kind the standard names. */
    public Reply refusedAs(int expected, String kind) {
      assertThat(refused(expected, "").json().path("type").asText()).isEqualTo(EXCEPTIONS + kind);
      return this;
    }
  }

  public URI root() {
    return root;
  }

  public Reply get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  public Reply delete(String path) {
    return send("DELETE", path, "");
  }

  /** POST of JSON to the execution of a process. */
  public Reply execute(String process, String json, String... headers) {
    return post("/processes/" + process + "/execution", json, headers);
  }

  public Reply post(String path, String json, String... headers) {
    return send("POST", path, json, with(headers, "Content-Type", "application/json"));
  }

  public Reply patch(String path, String json) {
    return send("PATCH", path, json, "Content-Type", "application/json");
  }

  private static String[] with(String[] headers, String name, String value) {
    for (String each : headers) {
      if (each.equalsIgnoreCase(name)) {
        return headers;
      }
    }
    String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = name;
    more[headers.length + 1] = value;
    return more;
  }

  /** Sends a request: headers by name and value; no body when it is empty. */
  public Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(root + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** Sends anything. */
  public Reply send(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = ask(request);
    ApiDefinition definition =
        DEFINITIONS.computeIfAbsent(
            root,
            it -> new ApiDefinition(ask(HttpRequest.newBuilder(URI.create(root + "/api"))).body()));
    Reply reply = new Reply(response.statusCode(), response.headers(), response.body(), definition);
    String method = response.request().method();
    String path = response.uri().toString().replaceFirst("\\?.*", "");
    if (path.startsWith(root.toString()) && !Set.of("HEAD", "OPTIONS").contains(method)) {
      definition.require(
          method,
          path.substring(root.toString().length()),
          reply.status(),
          reply.contentType().replaceFirst(";(?!version).*", ""),
          reply.body());
    }
    return reply;
  }

  private HttpResponse<byte[]> ask(HttpRequest.Builder request) {
    credentials.ifPresent(it -> request.setHeader("Authorization", it));
    try {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a job, and gives its identifier. */
  public String start(String process, String json, String... headers) {
    Reply reply = execute(process, json, with(headers, "Prefer", "respond-async"));
    JsonNode status = reply.json(201);
    assertThat(reply.header("Location")).contains(root + "/jobs/" + status.get("jobID").asText());
    return status.get("jobID").asText();
  }

  /** Waits until a job has ended, and gives its status. */
  public JsonNode awaitEnd(String job) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> OVER.contains(status(job).get("status").asText()));
    return status(job);
  }

  public JsonNode status(String job) {
    return get("/jobs/" + job).json(200);
  }
}
