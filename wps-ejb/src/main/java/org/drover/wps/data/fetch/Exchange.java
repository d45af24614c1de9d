package org.drover.wps.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.drover.wps.data.Content;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.Spool;

/** One HTTP request to addresses that have been checked, and its response. Follows nothing. */
final class Exchange implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;

  /** What is asked of a target. */
  record Question(
      Target target, boolean post, Optional<Content> body, List<InputValue.Header> headers) {}

  /**
   * What came: a redirection, or content with its media type.
   *
   * @param entityTag of the content, in quotes; absent when it is none or a weak one
   */
  record Answer(
      Optional<String> location,
      int status,
      Optional<String> mediaType,
      Optional<String> entityTag) {}

  /**
   * @param addresses the only ones that are connected to
   */
  Exchange(FetchLimits limits, InetAddress[] addresses) {
    this.connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new Pinned(addresses))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(limits.connect()))
                    .setSocketTimeout(Timeout.of(limits.idle()))
                    .build())
            .setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(Timeout.of(limits.idle())).build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setUserAgent("Drover")
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setRedirectsEnabled(false)
                    .setResponseTimeout(limits.idle().toMillis(), TimeUnit.MILLISECONDS)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /** Gives the checked addresses, whatever the name means by now. */
  private record Pinned(List<InetAddress> addresses) implements DnsResolver {
    private Pinned(InetAddress[] addresses) {
      this(List.of(addresses));
    }

    @Override
    public InetAddress[] resolve(String host) {
      return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
      return host;
    }
  }

  /** Asks, and puts the response into a spool. */
  Answer ask(Question question, Spool spool) throws IOException {
    HttpUriRequestBase request = request(question, question.post() ? "POST" : "GET");
    return client.execute(request, response -> receive(response, spool));
  }

  /** Asks for the header of a response to GET. */
  Answer askHead(Question question) throws IOException {
    return client.execute(request(question, "HEAD"), Exchange::header);
  }

  /** Asks, and takes no more of the response than its status. */
  int askStatus(Question question) throws IOException {
    HttpUriRequestBase request = request(question, "POST");
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      return response.getCode();
    } finally {
      abort();
    }
  }

  private static HttpUriRequestBase request(Question question, String method) throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(method, question.target().uri());
    for (InputValue.Header header : question.headers()) {
      request.addHeader(header.name(), header.value());
    }
    request.setHeader("Accept-Encoding", "gzip");
    if (question.post()) {
      addBody(request, question.body().orElse(new Content.InMemory(new byte[0])));
    }
    return request;
  }

  private static void addBody(HttpUriRequestBase request, Content body) throws IOException {
    Header declared = request.getFirstHeader("Content-Type");
    request.removeHeaders("Content-Type");
    ContentType type =
        declared == null ? ContentType.TEXT_XML : ContentType.parseLenient(declared.getValue());
    request.setEntity(new InputStreamEntity(body.open(), body.length(), type));
  }

  private Answer receive(ClassicHttpResponse response, Spool spool) throws IOException {
    Answer answer = header(response);
    int status = answer.status();
    if (status == 200 || status == 203) {
      copy(response, spool);
    } else if (status < 300) {
      throw new IOException("the response has no whole content (HTTP " + status + ")");
    }
    return answer;
  }

  private static Answer header(ClassicHttpResponse response) {
    int status = response.getCode();
    boolean redirected = status >= 300 && status < 400;
    return new Answer(
        redirected ? header(response, "Location") : Optional.empty(),
        status,
        header(response, "Content-Type"),
        header(response, "ETag").map(String::strip).filter(it -> it.matches("\"[^\"]*\"")));
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  private void copy(ClassicHttpResponse response, Spool spool) throws IOException {
    if (response.getEntity() == null) {
      return;
    }
    String encoding = header(response, "Content-Encoding").orElse("identity").strip();
    try (InputStream wire = response.getEntity().getContent();
        InputStream in = decoded(wire, encoding.toLowerCase(Locale.ROOT))) {
      drain(in, spool);
    }
  }

  private void drain(InputStream in, Spool spool) throws IOException {
    try {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        spool.write(buffer, 0, count);
      }
    } catch (IOException | RuntimeException e) {
      // Closing the stream of an open connection would read all that is still to come.
      abort();
      throw e;
    }
  }

  private static InputStream decoded(InputStream wire, String encoding) throws IOException {
    return switch (encoding) {
      case "", "identity" -> wire;
      case "gzip", "x-gzip" -> new GZIPInputStream(wire, BUFFER);
      case "deflate" -> new InflaterInputStream(wire);
      default -> throw new IOException("the response has a Content-Encoding that is not read here");
    };
  }

  /** Ends a request that is under way, from another thread. */
  void abort() {
    connections.close(CloseMode.IMMEDIATE);
  }

  @Override
  public void close() {
    connections.close(CloseMode.IMMEDIATE);
  }
}
