package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.WorkFolder;
import org.drover.wps.backend.sandbox.Enclosure;
import org.drover.wps.config.Setting;

/**
 * Finds out how a task stands: the record of its end counts first, then what its scheduler says,
 * and a task of which neither knows anything is lost.
 */
final class Findings {

  /** For how long files written on another machine may be on their way. */
  static final Setting<Duration> GRACE = Setting.duration("drover.scheduler.grace", "PT30S");

  private final Scheduler scheduler;

  /** When a task whose record is missing was first missed; a restart waits once more. */
  private final Map<TaskName, Long> missed = new ConcurrentHashMap<>();

  Findings(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  TaskState look(Task task, Recent<Map<Place, Listed>> listing) throws IOException {
    ControlFolder control = new ControlFolder(task);
    Optional<Ending> known = control.ending();
    if (known.isPresent()) {
      return TaskState.ended(known.get());
    }
    Optional<Place> place = control.place();
    if (place.isEmpty()) {
      return TaskState.ABSENT;
    }
    Optional<ExitRecord> exit = control.exit();
    if (exit.isPresent() && exit.get().code() == 0) {
      return ended(task, Ending.ofExitCode(0));
    }
    Optional<Listed> listed = Optional.ofNullable(listing.get().get(place.get()));
    if (listed.isPresent() && !listed.get().isIn(Phase.ENDED)) {
      missed.remove(task.name());
      return exit.isPresent() ? TaskState.of(Phase.RUNNING, "") : listed.get().state();
    }
    return exit.isPresent()
        ? ended(task, failed(task, exit.get(), listed))
        : withoutRecord(task, listed);
  }

  private static Ending failed(Task task, ExitRecord exit, Optional<Listed> listed)
      throws IOException {
    if (Enclosure.hasFailed(task.program())) {
      return new Ending(Reason.NOT_STARTED, exit.code());
    }
    return listed.flatMap(Listed::verdict).orElseGet(() -> Ending.ofExitCode(exit.code()));
  }

  private TaskState withoutRecord(Task task, Optional<Listed> listed) throws IOException {
    Optional<String> id = new ControlFolder(task).submittedAs();
    if (listed.isEmpty() && id.isEmpty()) {
      return TaskState.ABSENT;
    }
    Optional<Listed> said = listed.isPresent() ? listed : scheduler.remember(id.orElseThrow());
    Optional<Ending> verdict = said.flatMap(Listed::verdict);
    if (verdict.isPresent()) {
      if (verdict.get().reason() == Reason.NOT_STARTED) {
        scheduler.cancel(said.get()); // it may be held there for ever
        explain(task, said.get().state().message());
      }
      return ended(task, verdict.get());
    }
    long now = System.nanoTime();
    long since = missed.computeIfAbsent(task.name(), it -> now);
    if (now - since < GRACE.get().toNanos()) {
      return TaskState.of(Phase.RUNNING, "has ended, and the record of its end is waited for");
    }
    return ended(task, unrecorded(task, said));
  }

  /** The script opens the files for what the program says before all else. */
  private Ending unrecorded(Task task, Optional<Listed> said) throws IOException {
    if (said.isEmpty() || Files.exists(task.program().stdout())) {
      return new Ending(Reason.LOST, 0);
    }
    explain(
        task,
        scheduler.name()
            + " could not run "
            + new ControlFolder(task).path(ControlFolder.SCRIPT)
            + ": the user that tasks run as must be able to get to this folder and "
            + task.program().logs()
            + " on each of its machines.");
    return new Ending(Reason.NOT_STARTED, 0);
  }

  private static void explain(Task task, String why) throws IOException {
    Files.writeString(
        task.program().stderr(), why + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private TaskState ended(Task task, Ending ending) throws IOException {
    if (Files.isDirectory(task.program().folder())) {
      new WorkFolder(task.program().folder()).reopen();
    }
    new ControlFolder(task).ending(ending);
    forget(task);
    return TaskState.ended(ending);
  }

  void forget(Task task) {
    missed.remove(task.name());
  }
}
