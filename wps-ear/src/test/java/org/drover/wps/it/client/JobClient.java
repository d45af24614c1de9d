package org.drover.wps.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A job, watched at its statusLocation. */
public final class JobClient {

  private static final Set<String> FINAL = Set.of("ProcessSucceeded", "ProcessFailed");

  private final WpsClient client;
  private final URI location;

  private JobClient(WpsClient client, URI location) {
    this.client = client;
    this.location = location;
  }

  /** Starts a job. */
  public static JobClient start(WpsClient client, ExecuteXml request) {
    return of(client, client.execute(request));
  }

  /** The job of an answer to an asynchronous Execute. */
  public static JobClient of(WpsClient client, Answer accepted) {
    accepted.ok();
    assertThat(accepted.state()).as(accepted.text()).isEqualTo("ProcessAccepted");
    String location = accepted.value("/wps:ExecuteResponse/@statusLocation");
    assertThat(location).as(accepted.text()).startsWith("http");
    return new JobClient(client, URI.create(location));
  }

  /** The same job, asked for at another node. */
  public JobClient at(WpsClient other) {
    return new JobClient(
        other, other.base().resolve(location.getRawPath() + "?" + location.getRawQuery()));
  }

  /** The identifier of the job. */
  public String id() {
    return location.getRawQuery().replaceFirst(".*id=", "");
  }

  public URI location() {
    return location;
  }

  /** What the status document says now. */
  public Answer status() {
    return client.get(location).ok();
  }

  public boolean isFinished() {
    return FINAL.contains(status().state());
  }

  /** Percent of a started job; 0 while it waits, 100 when it has ended. */
  public int percent() {
    Answer now = status();
    if (FINAL.contains(now.state())) {
      return 100;
    }
    String percent = now.value("//wps:ProcessStarted/@percentCompleted");
    return percent.isEmpty() ? 0 : Integer.parseInt(percent);
  }

  public Answer awaitEnd() {
    return awaitEnd(Duration.ofMinutes(2));
  }

  public Answer awaitEnd(Duration patience) {
    await().atMost(patience).pollInterval(Duration.ofMillis(100)).until(this::isFinished);
    return status();
  }

  /** Waits until the job runs. */
  public void awaitStart() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !status().state().equals("ProcessAccepted"));
  }

  /** Waits until the job runs and is so far. */
  public void awaitPercent(int atLeast) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> percent() >= atLeast);
  }
}
