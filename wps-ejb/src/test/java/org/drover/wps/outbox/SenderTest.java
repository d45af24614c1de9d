package org.drover.wps.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drover.wps.data.StoredJson;
import org.drover.wps.data.fetch.Callbacks;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SenderTest {

  private static final JobFailure FAILURE =
      new JobFailure(Fault.PROCESS_FAILED, Optional.empty(), "Buy https://pills.example");

  private final List<String> received = new ArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private Stores stores;
  private HttpServer server;
  private MailServer mailServer;
  private Addresses addresses;
  private Sender sender;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("drover.fetch.allow-private", "127.0.0.1:*");
    System.setProperty("drover.mail.from", "drover@example.org");
    stores = new Stores(TestDatabase.h2());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.pop(), -1);
          }
        });
    server.start();
    mailServer = new MailServer();
    addresses = Wiring.wire(new Addresses(), new Callbacks(), new SinkMailer());
    sender =
        Wiring.wire(
            new Sender(),
            stores.outbox,
            stores.jobs,
            stores.outputs,
            addresses,
            new StoredJson(Path.of("/data")));
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(0);
    mailServer.close();
    List.of(
            "drover.fetch.allow-private",
            "drover.mail.from",
            "drover.mail.to",
            "drover.outbox.tries")
        .forEach(System::clearProperty);
  }

  /** Speaks to the test's mail server. */
  private final class SinkMailer extends Mailer {
    @Override
    Session session() {
      Properties properties = new Properties();
      properties.setProperty("mail.transport.protocol", "smtp");
      properties.setProperty("mail.smtp.host", "127.0.0.1");
      properties.setProperty("mail.smtp.port", Integer.toString(mailServer.port()));
      return Session.getInstance(properties);
    }
  }

  private String hook() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private Attempt subscribed(String... to) {
    Attempt attempt = stores.start();
    for (String each : to) {
      stores.outbox.store(attempt.job(), subscriptions(each));
    }
    return attempt;
  }

  private static List<Subscription> subscriptions(String address) {
    JobLinks links = new JobLinks("http://wps/status?id={job}", "http://wps/status?id={job}");
    return List.of(
        new Subscription(address, Occasion.SUCCEEDED, links),
        new Subscription(address, Occasion.FAILED, links));
  }

  @Test
  void aCallbackTellsStatusTimesAndLinks() {
    Attempt attempt = subscribed(hook());
    assertThat(sender.sendDue()).isZero();
    stores.jobs.succeed(attempt);
    assertThat(sender.sendDue()).isEqualTo(1);
    assertThat(sender.sendDue()).isZero();

    assertThat(received).hasSize(1);
    assertThat(received.get(0))
        .contains("\"jobID\":\"" + attempt.job() + "\"")
        .contains("\"processID\":\"echo\"")
        .contains("\"status\":\"successful\"")
        .contains("\"finished\":\"2")
        .contains("http://wps/status?id=" + attempt.job())
        .contains("http://www.opengis.net/def/rel/ogc/1.0/results")
        .doesNotContain("otto");
  }

  @Test
  void aServerThatFailsIsAskedAgainAndTheJobIsNotTouched() {
    answers.addAll(List.of(500, 404));
    Attempt attempt = subscribed(hook());
    stores.jobs.fail(attempt, FAILURE);
    for (int i = 0; i < 5; i++) {
      sender.sendDue();
      stores.database.execute("UPDATE drover.outbox SET due = CURRENT_TIMESTAMP");
    }
    assertThat(received).hasSize(3);
    assertThat(received.get(2)).contains("\"status\":\"failed\"").contains("Buy https://pills");
    assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.FAILED);
    assertThat(state()).isEqualTo("SENT");
  }

  @Test
  void aDeadServerIsGivenUpAndHoldsUpNobody() {
    System.setProperty("drover.outbox.tries", "2");
    server.stop(0);
    Attempt attempt = subscribed(hook(), "mailto:ada@example.org");
    stores.jobs.succeed(attempt);
    assertThat(sender.sendDue()).isEqualTo(2);
    stores.database.execute("UPDATE drover.outbox SET due = CURRENT_TIMESTAMP");
    assertThat(sender.sendDue()).isEqualTo(1);

    assertThat(mailServer.mails()).hasSize(1);
    assertThat(
            stores.database.number("SELECT COUNT(*) FROM drover.outbox WHERE state = 'GIVEN_UP'"))
        .isEqualTo(1);
    assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.SUCCEEDED);
  }

  private String state() {
    return stores.database.number("SELECT COUNT(*) FROM drover.outbox WHERE state = 'SENT'") == 1
        ? "SENT"
        : "another";
  }

  @Test
  void aMailTellsStatusAndLinkAndNothingAClientWrote() {
    Attempt attempt = subscribed("mailto:ada@example.org");
    stores.jobs.fail(attempt, FAILURE);
    sender.sendDue();
    assertThat(mailServer.mails()).hasSize(1);
    assertThat(mailServer.mails().get(0))
        .contains("RCPT TO:<ada@example.org>")
        .contains("From: drover@example.org")
        .contains("Subject: Job of echo: failed")
        .contains("Auto-Submitted: auto-generated")
        .contains("http://wps/status?id=" + attempt.job())
        .doesNotContain("pills");
  }

  @Test
  void pausesGrowToTenMinutes() {
    assertThat(
            IntStream.of(1, 2, 3, 10, 11, 60)
                .mapToObj(it -> Long.toString(Sender.pause(it).toSeconds()))
                .collect(Collectors.joining(" ")))
        .isEqualTo("1 2 4 512 600 600");
  }

  @Test
  void addressesNobodyWouldBeToldAtAreRefusedAtOnce() {
    System.setProperty("drover.mail.to", "example.org, *.example.com");
    for (String good :
        List.of("mailto:a.b@example.org", "MAILTO:a@x.example.com", "https://example.org/x")) {
      addresses.check(subscriptions(good));
    }
    for (String bad :
        List.of(
            "a@example.org",
            "mailto:a@other.org",
            "mailto:a@example.org?cc=b@example.org",
            "mailto:a@example.org\r\nBcc: b@example.org",
            "mailto:@example.org",
            "ftp://example.org/",
            "https://example.org:22/",
            "https://example.org/" + "x".repeat(2000))) {
      assertThatExceptionOfType(WpsException.class)
          .as(bad)
          .isThrownBy(() -> addresses.check(subscriptions(bad)))
          .satisfies(it -> assertThat(it.locator()).contains("notify"));
    }
    System.setProperty("drover.mail.from", "");
    assertThatExceptionOfType(WpsException.class)
        .isThrownBy(() -> addresses.check(subscriptions("mailto:a@example.org")))
        .withMessageContaining("sends no mail");
  }
}
