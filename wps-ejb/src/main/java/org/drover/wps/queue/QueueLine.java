package org.drover.wps.queue;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.drover.wps.job.JobId;

/**
 * A queue at a moment.
 *
 * @param at the moment, by the database's clock
 * @param total how many jobs wait
 * @param waiting the first of them, in the order in which they would begin if none of those that
 *     run ended and none came
 * @param running those that run, on all nodes
 */
public record QueueLine(Instant at, long total, List<Waiting> waiting, List<Running> running) {
  public QueueLine {
    waiting = List.copyOf(waiting);
    running = List.copyOf(running);
  }

  /**
   * A waiting job.
   *
   * @param turn jobs of its owner that run, and those of its priority that wait before it, and 1:
   *     low turns begin first
   */
  public record Waiting(JobId id, String owner, int priority, long turn, Load load) {}

  /**
   * A job that runs.
   *
   * @param started when it began its first attempt
   */
  public record Running(String owner, Instant started, Load load) {}

  /**
   * What tells how long a job takes.
   *
   * @param estimate seconds, as its process estimated; empty when it did not
   */
  public record Load(String process, OptionalDouble estimate) {}
}
