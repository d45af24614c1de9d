package org.drover.wps.backend;

import java.time.Duration;
import java.util.Optional;

/**
 * How a task stands.
 *
 * @param message what the engine says of it, such as what it waits for; may be empty
 * @param ran for how long it has run, without the time it waited or was paused, if that can be told
 * @param ending how it ended, when it has
 */
public record TaskState(
    Phase phase, String message, Optional<Duration> ran, Optional<Ending> ending) {

  /** Where a task is on its way. */
  public enum Phase {
    /** The engine does not know it: it was not submitted, or is lost with all it did. */
    ABSENT,
    WAITING,
    RUNNING,
    PAUSED,
    ENDED
  }

  public static final TaskState ABSENT = of(Phase.ABSENT, "");

  /** A state with nothing to add. */
  public static TaskState of(Phase phase, String message) {
    return new TaskState(phase, message, Optional.empty(), Optional.empty());
  }

  public static TaskState running(Duration ran) {
    return new TaskState(Phase.RUNNING, "", Optional.of(ran), Optional.empty());
  }

  public static TaskState ended(Ending ending) {
    return new TaskState(Phase.ENDED, "", Optional.empty(), Optional.of(ending));
  }
}
