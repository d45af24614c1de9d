package org.drover.wps.queue.jpa;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.drover.wps.queue.QueueLimits;

/**
 * Finds the job a claim takes: of the highest priority, the owner with the fewest running jobs,
 * owners with as many in turn, and that owner's first job.
 */
final class NextJob {

  private final String queue;
  private final WaitingJobs waiting;
  private final QueueLimits limits;
  private final Supplier<RunningJobs> running;
  private final Predicate<UUID> lock;

  /**
   * @param running asked for only if it matters
   * @param lock tries to get hold of a job; another claim may have it
   */
  NextJob(
      String queue,
      WaitingJobs waiting,
      QueueLimits limits,
      Supplier<RunningJobs> running,
      Predicate<UUID> lock) {
    this.queue = queue;
    this.waiting = waiting;
    this.limits = limits;
    this.running = running;
    this.lock = lock;
  }

  /** A job that is locked now, and its owner. */
  record Found(UUID id, String owner) {}

  /**
   * Finds and locks it.
   *
   * @param last the owner served last; empty string for none
   */
  Optional<Found> find(String last) {
    Optional<WaitingJobs.Level> level = waiting.findLevel(Integer.MAX_VALUE, last);
    while (level.isPresent()) {
      Optional<Found> found = find(level.get(), last);
      if (found.isPresent()) {
        return found;
      }
      level = waiting.findLevel(level.get().priority() - 1, last);
    }
    return Optional.empty();
  }

  private Optional<Found> find(WaitingJobs.Level level, String last) {
    Set<String> passed = new HashSet<>();
    Optional<String> owner = choose(level, last, passed);
    while (owner.isPresent()) {
      String name = owner.get();
      Optional<UUID> id =
          waiting.listFirst(level.priority(), name).stream().filter(lock).findFirst();
      if (id.isPresent()) {
        return Optional.of(new Found(id.get(), name));
      }
      passed.add(name);
      owner = choose(level, last, passed);
    }
    return Optional.empty();
  }

  private Optional<String> choose(WaitingJobs.Level level, String last, Set<String> passed) {
    if (level.isOnlyOf(last) && !limits.isAny()) {
      return Optional.of(last).filter(it -> !passed.contains(it));
    }
    OwnerRing ring = new OwnerRing(waiting, level, last);
    Optional<String> best = Optional.empty();
    long fewest = Long.MAX_VALUE;
    Optional<String> owner = ring.next();
    while (owner.isPresent() && fewest > 0) {
      long jobs = running.get().of(queue, owner.get());
      if (jobs < fewest && !passed.contains(owner.get()) && isRoom(owner.get())) {
        best = owner;
        fewest = jobs;
      }
      owner = fewest > 0 ? ring.next() : owner;
    }
    return best;
  }

  private boolean isRoom(String owner) {
    return running.get().isRoom(limits, owner);
  }
}
