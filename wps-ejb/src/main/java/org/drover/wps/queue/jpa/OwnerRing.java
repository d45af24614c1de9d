package org.drover.wps.queue.jpa;

import java.util.Optional;

/**
 * The owners of the waiting jobs of one priority, each once, beginning behind the one served last.
 * They are looked up one by one, as far as somebody asks.
 */
final class OwnerRing {

  private final WaitingJobs waiting;
  private final WaitingJobs.Level level;
  private final String last;
  private boolean wrapped;
  private String current;

  /**
   * @param last the owner served last
   */
  OwnerRing(WaitingJobs waiting, WaitingJobs.Level level, String last) {
    this.waiting = waiting;
    this.level = level;
    this.last = last;
    this.wrapped = level.afterLast().isEmpty();
  }

  /** The next owner; empty after the last. */
  Optional<String> next() {
    Optional<String> next =
        current == null ? Optional.of(level.afterLast().orElse(level.first())) : behind(current);
    next.ifPresent(it -> current = it);
    return next;
  }

  private Optional<String> behind(String owner) {
    if (level.isOnlyOf(last)) {
      return Optional.empty();
    }
    if (!wrapped) {
      Optional<String> behind = waiting.findOwnerAfter(level.priority(), owner);
      if (behind.isPresent()) {
        return behind;
      }
      wrapped = true;
      return waiting.findOwnerAfter(level.priority(), "", last);
    }
    return waiting.findOwnerAfter(level.priority(), owner, last);
  }
}
