package org.drover.wps.data.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.Spool;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FetcherTest {

  private static final FetchLimits LIMITS =
      new FetchLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3), 100_000, 3);

  private static final StopSignal WANTED = () -> {};

  @TempDir private Path folder;
  private RawServer server;
  private Deque<String> lookups;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    lookups = new ArrayDeque<>();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void anAllowedPrivateHostIsFetched() throws IOException {
    server.answer(response("200 OK", "Content-Type: application/json\r\n", "{}"));
    assertThat(fetchAllowed("/data?x=1")).isEqualTo("{}");
    assertThat(server.requests().get(0)).startsWith("GET /data?x=1 HTTP/1.1");
  }

  @Test
  void loopbackIsNotReachedUnlessAllowed() {
    Fetcher fetcher = fetcher(policy("*:*", ""), HostResolver.system());
    assertRefused(fetcher, get("http://127.0.0.1:" + server.port() + "/"));
    assertRefused(fetcher, get("http://localhost:" + server.port() + "/"));
    assertRefused(fetcher, get("http://[::1]:" + server.port() + "/"));
    assertRefused(fetcher, get("http://[::ffff:127.0.0.1]:" + server.port() + "/"));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://user@127.0.0.1/",
        "http://a.example\\@127.0.0.1/",
        "http://a.example#@127.0.0.1/",
        "http://\uFF11\uFF12\uFF17.0.0.1/",
        "http://127\u3002" + "0.0.1/",
        "http://[fe80::1%25eth0]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fc00::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "//127.0.0.1/",
        "http:///etc/passwd",
        "file:///etc/passwd",
        "ftp://a.example/",
        "jar:http://a.example!/x",
        "gopher://a.example/",
        "data:text/plain,hello",
        "http://a.example:0/",
        "http://a.example:99999/",
        "http://a.example/\r\nX: y",
        "not a url"
      })
  void noSpellingReachesWhatIsNotPublic(String href) {
    Fetcher fetcher = fetcher(policy("*:*", ""), HostResolver.system());
    assertRefused(fetcher, get(href));
  }

  @Test
  void aNameThatChangesItsAddressIsConnectedWhereItWasChecked() {
    lookups.add("192.0.2.1");
    lookups.add("127.0.0.1");
    Fetcher fetcher = fetcher(policy("*:*", ""), this::nextLookup);
    assertRefused(fetcher, get("http://rebind.example:" + server.port() + "/"));
    assertThat(lookups).hasSize(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void theCheckedAddressIsTheOneConnectedTo() {
    // The first answer is allowed and nobody listens there; were the name looked up again by the
    // client, it would reach the server here.
    lookups.add("127.0.0.2");
    lookups.add("127.0.0.1");
    Fetcher fetcher = fetcher(policy("", "rebind.example:*"), this::nextLookup);
    assertThatThrownBy(
            () ->
                fetcher.fetch(
                    input(), get("http://rebind.example:" + server.port()), file(), WANTED))
        .isInstanceOf(WpsException.class);
    assertThat(lookups).hasSize(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnoughToRefuse() {
    Fetcher fetcher =
        fetcher(
            policy("*:*", ""),
            host -> {
              InetAddress[] good = InetAddress.getAllByName("198.41.0.4");
              return new InetAddress[] {good[0], InetAddress.getLoopbackAddress()};
            });
    assertRefused(fetcher, get("http://two.example:" + server.port() + "/"));
  }

  @Test
  void aRedirectionIsFollowedAndItsHeadersStayAtHome() throws IOException {
    try (RawServer other = new RawServer()) {
      server.answer(redirect("302 Found", "http://127.0.0.1:" + other.port() + "/there"));
      other.answer(response("200 OK", "", "there"));
      Fetcher fetcher = fetcher(policy("", "127.0.0.1:*"), HostResolver.system());
      InputValue.Reference reference =
          reference(
              "http://127.0.0.1:" + server.port() + "/",
              List.of(new InputValue.Header("Authorization", "Bearer secret")));
      assertThat(text(fetcher.fetch(input(), reference, file(), WANTED))).isEqualTo("there");
      assertThat(server.requests().get(0)).contains("Bearer secret");
      assertThat(other.requests().get(0)).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2/",
        "http://169.254.169.254/",
        "file:///etc/passwd",
        "//0x7f.1/",
        "\\\\x\\y"
      })
  void aRedirectionIsCheckedLikeTheFirstAddress(String location) throws IOException {
    server.answer(redirect("307 Temporary Redirect", location));
    assertThatThrownBy(() -> fetchAllowed("/"))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DATA_NOT_ACCESSIBLE));
  }

  @Test
  void redirectionsEnd() {
    for (int i = 0; i < 5; i++) {
      server.answer(redirect("302 Found", "/again"));
    }
    assertThatThrownBy(() -> fetchAllowed("/")).hasMessageContaining("redirected more than 3");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void aDrippingBodyEndsAtTheDeadline() {
    server.answer(
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n".getBytes(UTF_8));
          drip(out);
        });
    assertThatThrownBy(() -> fetchAllowed("/")).hasMessageContaining("takes longer than the 3 s");
  }

  @Test
  void aDrippingHeaderEndsAtTheDeadline() {
    server.answer(
        out -> {
          out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(UTF_8));
          drip(out);
        });
    assertThatThrownBy(() -> fetchAllowed("/")).hasMessageContaining("takes longer than the 3 s");
  }

  @Test
  void aSilentServerIsGivenUp() {
    server.answer(out -> {});
    assertThatThrownBy(() -> fetchAllowed("/"))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DATA_NOT_ACCESSIBLE));
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    byte[] packed = gzip("hello".getBytes(UTF_8));
    server.answer(response("200 OK", "Content-Encoding: gzip\r\n", new String(packed, ISO_8859_1)));
    assertThat(fetchAllowed("/")).isEqualTo("hello");
  }

  @Test
  void aGzipBombIsRefusedBySize() throws IOException {
    byte[] packed = gzip(new byte[50_000_000]);
    assertThat(packed.length).isLessThan(100_000);
    server.answer(response("200 OK", "Content-Encoding: gzip\r\n", new String(packed, ISO_8859_1)));
    assertTooLarge();
  }

  @Test
  void anEndlessBodyIsRefusedBySize() {
    server.answer(
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
          byte[] block = new byte[10_000];
          while (true) {
            out.write(block);
          }
        });
    assertTooLarge();
  }

  @Test
  void aBodyShorterThanItsLengthIsNoInput() {
    server.answer(
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort".getBytes(UTF_8));
          out.close();
        });
    assertThatThrownBy(() -> fetchAllowed("/"))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DATA_NOT_ACCESSIBLE));
  }

  @Test
  void aFailureOfTheServerIsTold() {
    server.answer(response("404 Not Found", "", "secret page"));
    assertThatThrownBy(() -> fetchAllowed("/"))
        .hasMessageContaining("HTTP status 404")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aBodyReferenceIsFetchedAndPosted() throws IOException {
    server.answer(response("200 OK", "", "<query/>"));
    server.answer(response("200 OK", "", "answer"));
    String base = "http://127.0.0.1:" + server.port();
    InputValue.Reference reference =
        new InputValue.Reference(
            base + "/wfs",
            true,
            List.of(),
            Optional.empty(),
            Optional.of(base + "/query.xml"),
            DeclaredFormat.NONE);
    Fetcher fetcher = fetcher(policy("", "127.0.0.1:*"), HostResolver.system());
    assertThat(text(fetcher.fetch(input(), reference, file(), WANTED))).isEqualTo("answer");
    assertThat(server.requests().get(0)).startsWith("GET /query.xml");
    assertThat(server.requests().get(1)).startsWith("POST /wfs").endsWith("<query/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length", "Connection", "Transfer-Encoding", "a b", ""})
  void headersThatSteerTheConnectionAreRefused(String name) {
    Fetcher fetcher = fetcher(policy("*:*", ""), HostResolver.system());
    assertRefused(
        fetcher, reference("http://a.example/", List.of(new InputValue.Header(name, "x"))));
  }

  @Test
  void aHeaderCannotHoldALineBreak() {
    Fetcher fetcher = fetcher(policy("*:*", ""), HostResolver.system());
    assertRefused(
        fetcher,
        reference("http://a.example/", List.of(new InputValue.Header("X-A", "1\r\nHost: b"))));
  }

  @Test
  void onlyListedHostsAndPortsAreFetchedFrom() {
    Fetcher fetcher =
        fetcher(
            policy("*.example.org data.example.com:8443", ""),
            host -> {
              throw new java.net.UnknownHostException(host);
            });
    fetcher.check("in", get("http://www.example.org/"));
    fetcher.check("in", get("https://data.example.com:8443/"));
    assertRefused(fetcher, get("http://example.com/"));
    assertRefused(fetcher, get("http://www.example.org:22/"));
    assertRefused(fetcher, get("https://data.example.com/"));
    assertRefused(fetcher, get("http://notexample.org/"));
  }

  @Test
  void theServersOwnSamplesAreFetchedThoughItIsOnLoopback() throws IOException {
    String own = "http://localhost:" + server.port();
    Fetcher fetcher =
        fetcher(
            new FetchPolicy(List.of(), List.of(), List.of(own), List.of("/samples/")),
            HostResolver.system());
    server.answer(response("200 OK", "", "sample"));
    assertThat(text(fetcher.fetch(input(), get(own + "/samples/a.json"), file(), WANTED)))
        .isEqualTo("sample");
    assertRefused(fetcher, get(own + "/wps?request=Execute"));
    assertRefused(fetcher, get(own + "/samples/../wps"));
    assertRefused(fetcher, get(own + "/samples/%2e%2e/wps"));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void theRequestsFormatWinsOverTheResponses() throws IOException {
    server.answer(response("200 OK", "Content-Type: text/html\r\n", "{}"));
    Fetcher fetcher = fetcher(policy("", "127.0.0.1:*"), HostResolver.system());
    InputValue.Reference reference =
        new InputValue.Reference(
            "http://127.0.0.1:" + server.port() + "/",
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            DeclaredFormat.of("application/vnd.geo+json", null, null));
    InputValue value = fetcher.fetch(input(), reference, file(), WANTED);
    assertThat(((InputValue.Complex) value).format().mediaType()).contains("application/geo+json");
  }

  @Test
  void aResponseInAnUnsupportedFormatIsRefused() {
    server.answer(response("200 OK", "Content-Type: text/html\r\n", "<html/>"));
    assertThatThrownBy(() -> fetchAllowed("/"))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNSUPPORTED_FORMAT));
  }

  @Test
  void aFetchEndsWhenItsJobIsDismissed() {
    AtomicBoolean dismissed = new AtomicBoolean();
    server.answer(
        out -> {
          dismissed.set(true);
          drip(out);
        });
    StopSignal signal =
        () -> {
          if (dismissed.get()) {
            throw new StoppedException("The job was dismissed.");
          }
        };
    Fetcher fetcher = fetcher(policy("", "127.0.0.1:*"), HostResolver.system());
    assertThatThrownBy(() -> fetcher.fetch(input(), get(address("/")), file(), signal))
        .isInstanceOf(StoppedException.class)
        .hasMessage("The job was dismissed.");
  }

  @Test
  void aFetchEndsWhenItsThreadIsInterrupted() {
    Thread fetching = Thread.currentThread();
    server.answer(
        out -> {
          fetching.interrupt();
          drip(out);
        });
    assertThatThrownBy(() -> fetchAllowed("/")).isInstanceOf(StoppedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aFullDiskIsNoFaultOfTheReference() {
    server.answer(response("200 OK", "", "x".repeat(90_000)));
    server.answer(response("200 OK", "", "x".repeat(Spool.MEMORY_LIMIT + 1)));
    FetchLimits ample =
        new FetchLimits(LIMITS.connect(), LIMITS.idle(), LIMITS.total(), 1_000_000, 3);
    Fetcher fetcher =
        new Fetcher(() -> policy("", "127.0.0.1:*"), () -> ample, HostResolver.system());
    Path full = Path.of("/dev/full");
    assertThat(fetcher.fetch(input(), get(address("/small")), full, WANTED)).isNotNull();
    assertThatThrownBy(() -> fetcher.fetch(input(), get(address("/")), full, WANTED))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_ENOUGH_STORAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5\n", "  5\r\n\r\n", "\u00ef\u00bb\u00bf5\n"})
  void aFetchedLiteralIsTrimmed(String body) {
    server.answer(response("200 OK", "Content-Type: text/plain\r\n", body));
    InputValue value = fetch(literal());
    assertThat(((InputValue.Literal) value).text()).isEqualTo("5");
  }

  @Test
  void aFetchedLiteralIsShort() {
    server.answer(response("200 OK", "", "x".repeat(70_000)));
    assertThatThrownBy(() -> fetch(literal()))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.SIZE_EXCEEDED));
  }

  @Test
  void aFetchedBoxIsTextOrXml() {
    server.answer(response("200 OK", "", "46,102,47,103,EPSG:4326\n"));
    assertThat(((InputValue.Literal) fetch(box())).text()).isEqualTo("46,102,47,103,EPSG:4326");
    server.answer(
        response(
            "200 OK",
            "Content-Type: text/xml\r\n",
            "\n<ows:BoundingBox xmlns:ows='http://www.opengis.net/ows/1.1' crs='EPSG:4326'"
                + " dimensions='2'><ows:LowerCorner>46 102</ows:LowerCorner>"
                + "<ows:UpperCorner>47 103</ows:UpperCorner></ows:BoundingBox>"));
    assertThat(fetch(box()))
        .isEqualTo(
            new InputValue.Box(
                List.of(46.0, 102.0),
                List.of(47.0, 103.0),
                Optional.of("EPSG:4326"),
                OptionalInt.of(2)));
    server.answer(response("200 OK", "Content-Type: text/html\r\n", "<html>not found</html>"));
    assertThatThrownBy(() -> fetch(box()))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INVALID_INPUT));
  }

  private InputValue fetch(InputDescription input) {
    return fetcher(policy("", "127.0.0.1:*"), HostResolver.system())
        .fetch(input, get(address("/")), file(), WANTED);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  private static InputDescription literal() {
    return new InputDescription(
        "in",
        Texts.titled("In"),
        1,
        1,
        new DataDescription.Literal(
            LiteralType.INT, List.of(), new AllowedValues.Any(), Optional.empty()),
        Integer.class);
  }

  private static InputDescription box() {
    return new InputDescription(
        "in",
        Texts.titled("In"),
        1,
        1,
        new DataDescription.Box(List.of("EPSG:4326"), Optional.empty()),
        BoundingBox.class);
  }

  private void assertTooLarge() {
    assertThatThrownBy(() -> fetchAllowed("/"))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.SIZE_EXCEEDED));
  }

  private static void assertRefused(Fetcher fetcher, InputValue.Reference reference) {
    assertThatThrownBy(() -> fetcher.fetch(input(), reference, Path.of("nowhere", "x"), WANTED))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.DATA_NOT_ACCESSIBLE);
              assertThat(e.locator()).contains("in");
              assertThat(e).hasMessageContaining("because");
            });
  }

  private String fetchAllowed(String path) throws IOException {
    Fetcher fetcher = fetcher(policy("", "127.0.0.1:*"), HostResolver.system());
    return text(
        fetcher.fetch(input(), get("http://127.0.0.1:" + server.port() + path), file(), WANTED));
  }

  private Path file() {
    return folder.resolve("in");
  }

  private InetAddress[] nextLookup(String host) throws java.net.UnknownHostException {
    return InetAddress.getAllByName(lookups.remove());
  }

  private static Fetcher fetcher(FetchPolicy policy, HostResolver resolver) {
    return new Fetcher(() -> policy, () -> LIMITS, resolver);
  }

  private static FetchPolicy policy(String hosts, String privateHosts) {
    return new FetchPolicy(
        HostPattern.parseList(hosts), HostPattern.parseList(privateHosts), List.of(), List.of());
  }

  @Test
  void theStrongEntityTagOfAReferenceIsAskedForWithoutItsContent() {
    server.answer(redirect("302", "/there"));
    server.answer(
        out ->
            out.write(
                "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 9\r\n\r\n".getBytes(UTF_8)));
    Fetcher fetcher = fetcher(policy("", "127.0.0.1:*"), HostResolver.system());
    assertThat(fetcher.findEntityTag(get("http://127.0.0.1:" + server.port() + "/")))
        .contains("\"v1\"");
    assertThat(server.requests()).hasSize(2).allMatch(it -> it.startsWith("HEAD /"));
  }

  @Test
  void aWeakEntityTagSaysNothingOfTheBytes() {
    server.answer(response("200 OK", "ETag: W/\"v1\"\r\n", ""));
    Fetcher fetcher = fetcher(policy("", "127.0.0.1:*"), HostResolver.system());
    assertThat(fetcher.findEntityTag(get("http://127.0.0.1:" + server.port() + "/"))).isEmpty();
  }

  @Test
  void nobodyIsAskedForAnEntityTagWhoMayNotBeFetchedFrom() {
    Fetcher fetcher = fetcher(policy("*:*", ""), HostResolver.system());
    assertThat(fetcher.findEntityTag(get("http://127.0.0.1:" + server.port() + "/"))).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  private static InputDescription input() {
    return new InputDescription(
        "in",
        Texts.titled("In"),
        1,
        1,
        new DataDescription.Complex(List.of(Format.GEOJSON, Format.JSON), OptionalLong.empty()),
        ComplexData.class);
  }

  private static InputValue.Reference get(String href) {
    return reference(href, List.of());
  }

  private static InputValue.Reference reference(String href, List<InputValue.Header> headers) {
    return new InputValue.Reference(
        href, false, headers, Optional.empty(), Optional.empty(), DeclaredFormat.NONE);
  }

  private static String text(InputValue value) throws IOException {
    Content content = ((InputValue.Complex) value).content();
    try (var in = content.open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static RawServer.Answer response(String status, String headers, String body) {
    return out -> {
      byte[] bytes = body.getBytes(ISO_8859_1);
      String head =
          "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n";
      out.write(head.getBytes(UTF_8));
      out.write(bytes);
    };
  }

  private static RawServer.Answer redirect(String status, String location) {
    return response(status, "Location: " + location + "\r\n", "");
  }

  private static void drip(OutputStream out) throws IOException {
    Object pause = new Object();
    while (true) {
      out.write('x');
      out.flush();
      synchronized (pause) {
        try {
          pause.wait(100);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
