package org.drover.wps.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;

/** A job, watched by the operations of WPS 2.0. */
public final class Job20 {

  private static final Set<String> FINAL = Set.of("Succeeded", "Failed");

  private final WpsClient client;
  private final String id;

  private Job20(WpsClient client, String id) {
    this.client = client;
    this.id = id;
  }

  /** Starts a job. */
  public static Job20 start(WpsClient client, Execute20 request) {
    Answer accepted = client.post(request.toString()).ok();
    assertThat(accepted.value("/wps2:StatusInfo/wps2:Status"))
        .as(accepted.text())
        .isEqualTo("Accepted");
    return of(client, accepted.value("/wps2:StatusInfo/wps2:JobID"));
  }

  /** A job somebody has started. */
  public static Job20 of(WpsClient client, String id) {
    assertThat(id).hasSize(36);
    return new Job20(client, id);
  }

  public String id() {
    return id;
  }

  /** By KVP. */
  public Answer ask(String operation) {
    return client.query("service=WPS&version=2.0.0&request=" + operation + "&jobid=" + id);
  }

  /** By XML. */
  public Answer post(String operation) {
    return client.post(Execute20.document(operation, "", "<wps:JobID>" + id + "</wps:JobID>"));
  }

  public String state() {
    return ask("GetStatus").ok().value("/wps2:StatusInfo/wps2:Status");
  }

  /** Waits for the end and gives the result. */
  public Answer result() {
    awaitEnd();
    return ask("GetResult");
  }

  public Answer awaitEnd() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> FINAL.contains(state()));
    return ask("GetStatus").ok();
  }

  public void awaitState(String wanted) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> state().equals(wanted));
  }
}
