package org.drover.wps.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallbacksTest {

  private RawServer server;
  private Callbacks callbacks;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    callbacks = callbacks("127.0.0.1:*");
  }

  @AfterEach
  void stop() throws IOException {
    callbacks.close();
    server.close();
  }

  private static Callbacks callbacks(String allowPrivate) {
    return new Callbacks(
        () ->
            new FetchPolicy(
                HostPattern.parseList("*:*"),
                HostPattern.parseList(allowPrivate),
                List.of(),
                List.of()),
        () ->
            new FetchLimits(
                Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3), 1000, 3),
        HostResolver.system());
  }

  private String address() {
    return "http://127.0.0.1:" + server.port() + "/hook?secret=1";
  }

  private void answer(String head) {
    server.answer(out -> out.write(head.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void jsonIsPostedUnderTheNameOfItsMessage() throws IOException {
    answer("HTTP/1.1 204 No Content\r\n\r\n");
    callbacks.post(address(), "{\"a\":\"ä\"}", "m1");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0))
        .startsWith("POST /hook?secret=1 HTTP/1.1")
        .containsIgnoringCase("Content-Type: application/json")
        .containsIgnoringCase("Idempotency-Key: \"m1\"")
        .endsWith("{\"a\":\"Ã¤\"}"); // UTF-8, read as Latin 1 by the test's server
  }

  @Test
  void anEndlessAnswerIsNotRead() throws IOException {
    server.answer(
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(new byte[8192]);
          }
        });
    callbacks.post(address(), "{}", "m1");
  }

  @Test
  void aFailureOverThereIsOneHere() {
    answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    assertThatIOException()
        .isThrownBy(() -> callbacks.post(address(), "{}", "m1"))
        .withMessageContaining("503");
  }

  @Test
  void aRedirectionIsNotFollowed() {
    answer(
        "HTTP/1.1 307 There\r\nLocation: http://127.0.0.1:"
            + server.port()
            + "/\r\nContent-Length: 0\r\n\r\n");
    assertThatIOException()
        .isThrownBy(() -> callbacks.post(address(), "{}", "m1"))
        .withMessageContaining("307");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForLong() {
    assertThatIOException().isThrownBy(() -> callbacks.post(address(), "{}", "m1"));
  }

  @Test
  void privateAddressesAndOtherSchemesAreRefused() {
    Callbacks strict = callbacks("");
    assertThatIOException().isThrownBy(() -> strict.post(address(), "{}", "m1"));
    assertThat(server.requests()).isEmpty();
    strict.close();
    assertThat(callbacks.findObjection("ftp://example.org/")).isPresent();
    assertThat(callbacks.findObjection("https://user@example.org/")).isPresent();
    assertThat(callbacks.findObjection("https://example.org/")).isEmpty();
  }
}
