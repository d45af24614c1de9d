package org.drover.wps.backend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to be run by an engine.
 *
 * @param control existing folder for the engine's own files, such as its script and the record of
 *     the end; the program cannot see it. All nodes can
 * @param queue {@code short} or {@code long}: where a scheduler lets it wait
 * @param image what a container is made of; empty for the engine's usual one
 * @param expected how long it is expected to run: a scheduler is asked for that time where it is
 *     less than the limit, and may end it then; empty if nobody knows
 * @param endsWithServer whether nobody would go on with it after the server that submitted it; an
 *     engine that can ends it then
 */
public record Task(
    TaskName name,
    ProgramRun program,
    Path control,
    String queue,
    Optional<String> image,
    Optional<Duration> expected,
    boolean endsWithServer) {
  public Task {
    control = control.toAbsolutePath().normalize();
  }

  /** The time to ask a scheduler for; empty to ask for none. */
  public Optional<Duration> time() {
    Optional<Duration> limit =
        Optional.of(program.limits().time()).filter(it -> program.limits().isTimed());
    return expected.filter(it -> limit.isEmpty() || it.compareTo(limit.get()) < 0).or(() -> limit);
  }

  /** Whether a scheduler may end it before its limit, as it was asked for less time. */
  public boolean isHurried() {
    return expected.isPresent() && expected.equals(time());
  }

  /**
   * A task that was submitted before, to be looked at, paused, resumed, ended or forgotten: for
   * that its name and its folders are enough.
   *
   * @param folder of all its files, or of those of its engine
   */
  public static Task toManage(TaskName name, Path folder) {
    ProgramRun program =
        new ProgramRun(
            List.of(),
            folder.resolve(TaskFolder.WORK),
            Map.of(),
            folder.resolve(TaskFolder.LOGS),
            Map.of(),
            false,
            ResourceLimits.USUAL);
    return new Task(
        name,
        program,
        folder.resolve(TaskFolder.CONTROL),
        "",
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
