package org.drover.wps.chaos.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.it.client.Answer;

/**
 * What holds for every job the servers have acknowledged, whatever was done to them: L1 one end, L2
 * an end that stays, L3 forward only, L4 and L5 by {@link WorkDone}, L6 whole outputs, L7 by {@link
 * Bookkeeping}, L8 well-formed answers, by the client itself.
 */
public final class Laws {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A job that has succeeded or failed may be dismissed later: its outputs are to go. */
  private static final String ENDS =
      "SELECT COUNT(*) FROM chaos.change c WHERE c.job = j.id"
          + " AND (c.status IN ('SUCCEEDED', 'FAILED')"
          + " OR (c.status = 'DISMISSED' AND c.was NOT IN ('SUCCEEDED', 'FAILED')))";

  private final Cluster cluster;
  private final Audit audit;
  private final Bookkeeping bookkeeping;

  /** Status documents of ended jobs, as first seen. */
  private final Map<String, Seen> ends = new ConcurrentHashMap<>();

  private record Seen(Accepted job, String document) {}

  public Laws(Cluster cluster) {
    this.cluster = cluster;
    this.audit = cluster.audit();
    this.bookkeeping = new Bookkeeping(cluster);
  }

  /** Waits until the jobs of a scenario have ended, and holds the laws against them. */
  public void check(Client client, Figures figures) {
    cluster.awaitAll();
    List<String> ids = client.ids();
    await("all jobs end")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> audit.countOpen(ids) == 0);
    long lost = ids.size() - audit.count(ended(">= 1"), ids);
    long doubled = audit.count(ended("> 1"), ids) + doubledOutputs() + doubledClaims();
    figures.put("accepted", ids.size()).put("lost", lost).put("doubled", doubled);
    assertThat(lost).as("L1: acknowledged jobs without an end").isZero();
    assertThat(doubled).as("L1: jobs with two ends, outputs or claims of one epoch").isZero();
    assertThat(leftAnEnd()).as("L2, L3: jobs that left an end").isEmpty();
    client.ledger().forEach(job -> checkEnd(client, job));
    new WorkDone(cluster).check(client.ledger(), figures);
    bookkeeping.check();
  }

  /** Jobs of the ledger by the number of their ends, forgotten ones too. */
  private static String ended(String howOften) {
    return "SELECT COUNT(*) FROM (SELECT UNNEST(?) AS id) j WHERE (" + ENDS + ") " + howOften;
  }

  private long doubledOutputs() {
    return audit.count(
        "SELECT COUNT(*) FROM (SELECT 1 FROM drover.output GROUP BY job_id, ordinal"
            + " HAVING COUNT(*) > 1) o");
  }

  private long doubledClaims() {
    return audit.count(
        "SELECT COUNT(*) FROM (SELECT 1 FROM chaos.change WHERE status = 'RUNNING'"
            + " GROUP BY job, epoch HAVING COUNT(*) > 1) c");
  }

  private List<String> leftAnEnd() {
    return audit.list(
        "SELECT job || ' ' || was || ' ' || status FROM chaos.change"
            + " WHERE was IN ('SUCCEEDED', 'FAILED', 'DISMISSED') AND status NOT IN ('GONE', 'DISMISSED')");
  }

  private void checkEnd(Client client, Accepted job) {
    Answer status = client.status(job.id());
    job.request().outcome().check(status, client::fetch);
    if (status.status() == 200) {
      ends.putIfAbsent(job.id(), new Seen(job, comparable(status)));
    }
  }

  /** Nodes name themselves in addresses; else they say the same. */
  private static String comparable(Answer status) {
    return status.text().replaceAll("http://127\\.0\\.0\\.1:\\d+", "");
  }

  /**
   * Looks at every ended job once more, after all restarts.
   *
   * @throws AssertionError if one tells something else than before
   */
  public void checkEndsStay(Client client, Figures figures) {
    List<String> changed =
        ends.values().stream()
            .filter(it -> !comparable(client.status(it.job().id())).equals(it.document()))
            .map(it -> it.job().id())
            .toList();
    ends.values()
        .forEach(
            it -> it.job().request().outcome().check(client.status(it.job().id()), client::fetch));
    figures.put("looked_at", ends.size()).put("changed", changed.size());
    assertThat(changed).as("L2: jobs whose end has changed").isEmpty();
  }
}
