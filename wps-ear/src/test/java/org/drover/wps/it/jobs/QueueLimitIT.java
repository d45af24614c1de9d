package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Limits of queues, changed by management operations while the server runs. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class QueueLimitIT {

  private static final String RUNNING = "drover.queue.short.running";
  private static final String WAITING = "drover.queue.short.waiting";
  private static final String OWNER_WAITING = "drover.owner.waiting";

  private final WpsClient wps;
  private final DroverServer server;

  QueueLimitIT(WpsClient wps, DroverServer server) {
    this.wps = wps;
    this.server = server;
  }

  @AfterEach
  void lift() {
    List.of(RUNNING, WAITING, OWNER_WAITING).forEach(server.admin()::removeProperty);
  }

  private static ExecuteXml brief() {
    return ExecuteXml.of("wait").literal("seconds", 0).async();
  }

  @Test
  @Holds("B6.7")
  void aHeldQueueFillsUpAndAnswersServerBusyUntilItIsLetGo() {
    server.admin().setProperty(RUNNING, "0");
    JobClient first = JobClient.start(wps, brief());
    JobClient second = JobClient.start(wps, brief());
    server.admin().setProperty(WAITING, "2");
    Answer refused = wps.execute(brief()).refused("ServerBusy", null, 503);
    assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 60);

    JobClient.start(wps, Waiting.inParts("wait-in-parts-long", 1, 1, 1)).awaitEnd().succeeded();
    assertThat(first.status().state()).isEqualTo("ProcessAccepted");
    assertThat(second.status().state()).isEqualTo("ProcessAccepted");
    lift();
    first.awaitEnd().succeeded();
    second.awaitEnd().succeeded();
    JobClient.start(wps, brief()).awaitEnd().succeeded();
  }

  @Test
  @Holds("B6.7")
  void anOwnerBeyondTheQuotaIsRefused() {
    server.admin().setProperty(RUNNING, "0");
    JobClient waits = JobClient.start(wps, brief());
    server.admin().setProperty(OWNER_WAITING, "1");
    Answer refused = wps.execute(brief()).refused("ServerBusy", null, 503);
    assertThat(refused.text()).contains("quota of waiting jobs, 1,");
    assertThat(refused.header("Retry-After")).isPresent();
    lift();
    waits.awaitEnd().succeeded();
  }

  @Test
  void aDryRunTellsTheQueueAndMakesNoJob() {
    Answer brief =
        wps.executeKvp("wait", "seconds=5", "dryRun", "true", "storeExecuteResponse", "true");
    assertThat(brief.status()).as(brief.text()).isEqualTo(200);
    assertThat(brief.text())
        .contains("<drover:Queue>short</drover:Queue>", "<drover:EstimateOfProcess>5<");
    Answer posted =
        wps.at("/wps?dryRun=true").execute(ExecuteXml.of("wait").literal("seconds", 7200).async());
    assertThat(posted.text()).contains("<drover:Queue>long</drover:Queue>");
    wps.executeKvp("wait", "seconds=no", "dryRun", "true")
        .refused("InvalidParameterValue", "seconds", 400);
  }

  @Test
  void onlyAnAdministratorRaisesAPriority() {
    wps.at("/wps?priority=1").execute(brief()).refused("NoApplicableCode", null, 403);
    wps.at("/wps?priority=-101").execute(brief()).refused("InvalidParameterValue", "priority", 400);
    JobClient.of(wps, wps.at("/wps?priority=-1").execute(brief())).awaitEnd().succeeded();
  }
}
