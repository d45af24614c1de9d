package org.drover.wps.chaos.law;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.chaos.rig.WorkLog;
import org.drover.wps.chaos.rig.WorkLog.Line;

/**
 * L4: an attempt that was cut off repeats one checkpoint interval of each part at most. L5: after a
 * take-over the old attempt commits nothing, and finishes at most the item it had in hand.
 */
final class WorkDone {

  private final Audit audit;
  private final WorkLog log;

  WorkDone(Cluster cluster) {
    this.audit = cluster.audit();
    this.log = new WorkLog(cluster.traces());
  }

  void check(List<Accepted> jobs, Figures figures) {
    List<Accepted> partitioned =
        jobs.stream().filter(it -> it.request().items().count() > 0).toList();
    assertThat(backward()).as("L5: checkpoints of an old attempt, or backward").isZero();
    if (partitioned.isEmpty()) {
      return;
    }
    Map<String, List<Line>> byTag = log.lines().stream().collect(groupingBy(Line::tag));
    long redone = 0;
    for (Accepted job : partitioned) {
      redone += check(job, byTag.getOrDefault(job.request().tag(), List.of()));
    }
    figures.put("redone", redone);
  }

  /** Checkpoints that follow one of a later attempt, of a further position, or the part's end. */
  private long backward() {
    return audit.count(
        "SELECT COUNT(*) FROM (SELECT epoch, position,"
            + " LAG(epoch) OVER w AS last_epoch, LAG(position) OVER w AS last_position,"
            + " LAG(done) OVER w AS was_done"
            + " FROM chaos.checkpoint WINDOW w AS (PARTITION BY job, part ORDER BY no)) c"
            + " WHERE epoch < last_epoch OR position < last_position OR was_done");
  }

  private long check(Accepted job, List<Line> lines) {
    long attempts = audit.count("SELECT epoch FROM drover.job WHERE id = ?::uuid", job.id());
    long redone = 0;
    Set<List<Integer>> items = new HashSet<>();
    for (List<Line> part : lines.stream().collect(groupingBy(Line::part)).values()) {
      part.forEach(it -> items.add(List.of(it.part(), it.item())));
      long repeated = part.size() - part.stream().map(Line::item).distinct().count();
      assertThat(repeated)
          .as("L4: items of one part of %s done again in %s attempts", job, attempts)
          .isLessThanOrEqualTo((attempts - 1) * job.request().items().checkpointEvery());
      assertThat(changes(part))
          .as("L5: changes of server in one part of %s in %s attempts", job, attempts)
          .isLessThanOrEqualTo(3 * (attempts - 1));
      redone += repeated;
    }
    assertThat(items).as("items of %s", job).hasSize((int) job.request().items().count());
    return redone;
  }

  /**
   * How often the lines of a part change from one server to another. Each attempt after the first
   * is one change; an item the old attempt had in hand, which shows among those of the new, two.
   */
  private static long changes(List<Line> part) {
    return IntStream.range(1, part.size())
        .filter(i -> part.get(i).server() != part.get(i - 1).server())
        .count();
  }
}
