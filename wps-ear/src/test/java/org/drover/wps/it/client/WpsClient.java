package org.drover.wps.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.drover.wps.web.ows.OgcSchemas;
import org.w3c.dom.Document;

/** Talks to a server; validates every document of WPS and OWS it answers with. */
public final class WpsClient {

  private static final Pattern OGC_ROOT =
      Pattern.compile(
          "^\\s*(<\\?xml[^>]*>)?\\s*(<!--.*?-->\\s*)*<(wps:|ows:ExceptionReport)", Pattern.DOTALL);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String path;
  private final Optional<String> credentials;

  /**
   * @param base address of the server
   * @param path of the service there, such as {@code /wps}
   */
  public WpsClient(URI base, String path) {
    this(base, path, Optional.empty());
  }

  private WpsClient(URI base, String path, Optional<String> credentials) {
    this.base = base;
    this.path = path;
    this.credentials = credentials;
  }

  /** The same, by a user with a password (RFC 7617). */
  public WpsClient as(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new WpsClient(
        base, path, Optional.of("Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  /** The same, by whoever has a token (RFC 6750). */
  public WpsClient bearing(String token) {
    return new WpsClient(base, path, Optional.of("Bearer " + token));
  }

  /** The same server at another path, such as {@code /wps/1.0.0}. */
  public WpsClient at(String otherPath) {
    return new WpsClient(base, otherPath, credentials);
  }

  public URI base() {
    return base;
  }

  /** GET with parameters, which are encoded here: name, value, name, value, ... */
  public Answer kvp(String... namesAndValues) {
    StringJoiner query = new StringJoiner("&");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.add(
          namesAndValues[i]
              + "="
              + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return query(query.toString());
  }

  /** GET with a query that is already encoded. */
  public Answer query(String rawQuery) {
    return get(URI.create(base + path + "?" + rawQuery));
  }

  /** GET of Execute with DataInputs and further parameters. */
  public Answer executeKvp(String process, String dataInputs, String... more) {
    StringJoiner query = new StringJoiner("&");
    query.add("service=WPS&version=1.0.0&request=Execute&Identifier=" + process);
    query.add("DataInputs=" + URLEncoder.encode(dataInputs, StandardCharsets.UTF_8));
    for (int i = 0; i < more.length; i += 2) {
      query.add(more[i] + "=" + URLEncoder.encode(more[i + 1], StandardCharsets.UTF_8));
    }
    return query(query.toString());
  }

  public Answer get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  public Answer get(String address) {
    return get(URI.create(address));
  }

  /** POST of an XML document. */
  public Answer post(String xml) {
    return post(xml, "text/xml; charset=UTF-8");
  }

  public Answer post(String body, String contentType) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  public Answer execute(ExecuteXml request) {
    return post(request.toString());
  }

  /** Sends anything; the address may be had from {@link #address}. */
  public Answer send(HttpRequest.Builder request) {
    credentials.ifPresent(it -> request.setHeader("Authorization", it));
    try {
      return checked(http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Address of the service. */
  public URI address() {
    return URI.create(base + path);
  }

  private static Answer checked(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    Optional<Document> document = Optional.empty();
    if (OGC_ROOT.matcher(text).lookingAt()) {
      document = Optional.of(OgcSchemas.valid(response.body()));
    }
    if (document.isPresent()) {
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .as("an XML document comes as XML, with its charset")
          .matches("(?i)(text|application)/xml; ?charset=\"?utf-8\"?");
    }
    return new Answer(response.statusCode(), response.headers(), response.body(), document);
  }
}
