package org.drover.wps.execution.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.drover.wps.job.JobId;
import org.drover.wps.queue.QueueLine;

/**
 * What a queue as it stood leads to, if nobody comes and all take as long as expected: each job
 * that runs makes room for one that waits, in the order of the line. A job of which nothing is
 * known is taken to keep its slot for ever; what only it could make room for has no time.
 */
public final class Forecast {

  private final QueueLine line;
  private final Function<QueueLine.Load, OptionalDouble> expected;
  private final boolean held;
  private final Map<JobId, Integer> places = new HashMap<>();
  private final List<Optional<Instant>> starts = new ArrayList<>();

  /**
   * @param expected how many seconds a job takes; empty when not known
   * @param held whether no job may begin
   */
  Forecast(QueueLine line, Function<QueueLine.Load, OptionalDouble> expected, boolean held) {
    this.line = line;
    this.expected = expected;
    this.held = held;
    PriorityQueue<Instant> slots = slots();
    for (QueueLine.Waiting job : line.waiting()) {
      places.put(job.id(), starts.size());
      Optional<Instant> start = Optional.ofNullable(slots.poll());
      starts.add(start);
      start.flatMap(it -> end(it, job.load())).ifPresent(slots::add);
    }
    starts.add(Optional.ofNullable(slots.peek()));
  }

  /** When those that run make room. With none at work, there is room now. */
  private PriorityQueue<Instant> slots() {
    PriorityQueue<Instant> slots = new PriorityQueue<>();
    if (held) {
      return slots;
    }
    line.running()
        .forEach(it -> end(it.started(), it.load()).map(this::notPast).ifPresent(slots::add));
    if (line.running().isEmpty()) {
      slots.add(line.at());
    }
    return slots;
  }

  private Instant notPast(Instant time) {
    return time.isBefore(line.at()) ? line.at() : time;
  }

  /** The same queue, with one who came since. */
  Forecast and(QueueLine.Waiting job) {
    if (knows(job.id())) {
      return this;
    }
    List<QueueLine.Waiting> waiting = new ArrayList<>(line.waiting());
    long turn = turnOfNew(job.owner(), job.priority());
    waiting.add(
        placeOfNew(turn, job.priority()),
        new QueueLine.Waiting(job.id(), job.owner(), job.priority(), turn, job.load()));
    return new Forecast(
        new QueueLine(line.at(), line.total() + 1, waiting, line.running()), expected, held);
  }

  /** The same queue after one of those that wait has begun. */
  Forecast afterStartOf(JobId job, Instant at) {
    Integer place = places.get(job);
    if (place == null) {
      return this;
    }
    List<QueueLine.Waiting> waiting = new ArrayList<>(line.waiting());
    QueueLine.Waiting begun = waiting.remove(place.intValue());
    List<QueueLine.Running> running = new ArrayList<>(line.running());
    running.add(new QueueLine.Running(begun.owner(), at, begun.load()));
    return new Forecast(
        new QueueLine(line.at(), line.total() - 1, waiting, running), expected, held);
  }

  /** The moment of which this tells, by the database's clock. */
  Instant at() {
    return line.at();
  }

  /** How many jobs wait. */
  long total() {
    return line.total();
  }

  boolean knows(JobId job) {
    return places.containsKey(job);
  }

  /**
   * The outlook of a waiting job.
   *
   * @param job need not be in the line; it is then taken to be the last of its owner
   */
  public Outlook of(QueueLine.Waiting job) {
    int place = places.getOrDefault(job.id(), -1);
    int before =
        place < 0 ? placeOfNew(turnOfNew(job.owner(), job.priority()), job.priority()) : place;
    boolean more = before == line.waiting().size() && line.total() > before;
    Optional<Instant> start = more ? Optional.empty() : starts.get(before);
    return new Outlook(
        OptionalLong.of(before), more, start, start.flatMap(it -> end(it, job.load())));
  }

  /** The turn of a job that comes now. */
  private long turnOfNew(String owner, int priority) {
    return 1
        + line.running().stream().filter(it -> it.owner().equals(owner)).count()
        + line.waiting().stream()
            .filter(it -> it.owner().equals(owner) && it.priority() == priority)
            .count();
  }

  /** How many go before a job that comes now. */
  private int placeOfNew(long turn, int priority) {
    return (int)
        line.waiting().stream()
            .filter(
                it -> it.priority() > priority || (it.priority() == priority && it.turn() <= turn))
            .count();
  }

  /** How long until the next job begins and leaves its place; empty when there is no saying. */
  public Optional<Duration> untilNextStart() {
    return untilStart(0);
  }

  /** How long until the next job of an owner begins. */
  public Optional<Duration> untilNextStart(String owner) {
    for (int i = 0; i < line.waiting().size(); i++) {
      if (line.waiting().get(i).owner().equals(owner)) {
        return untilStart(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Duration> untilStart(int place) {
    return starts.get(place).map(it -> Duration.between(line.at(), it));
  }

  /** When a job ends that begins then. */
  Optional<Instant> end(Instant start, QueueLine.Load load) {
    OptionalDouble seconds = expected.apply(load);
    return seconds.isEmpty()
        ? Optional.empty()
        : Optional.of(start.plusMillis(Math.round(seconds.getAsDouble() * 1000)));
  }
}
