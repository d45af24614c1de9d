package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.WorkFolder;
import org.drover.wps.backend.sandbox.ProgramRecord.Keeper;
import org.drover.wps.backend.sandbox.ProgramRecord.Order;

/** A program that was ordered on this machine, by this server or an earlier one. */
final class HostTask {

  /** Within this a keeper begins, or it never will: its server was killed meanwhile. */
  private static final Duration START = Duration.ofSeconds(10);

  private static final long LEAVE_MILLIS = 500;
  private static final long PATIENCE_MILLIS = 5_000;

  private final ProgramRun run;
  private final ProgramRecord record;
  private final Order order;
  private final Cgroup group;
  private final Clock clock;

  HostTask(ProgramRun run, ProgramRecord record, Order order, Cgroup group, Clock clock) {
    this.run = run;
    this.record = record;
    this.order = order;
    this.group = group;
    this.clock = clock;
  }

  TaskState look() throws IOException {
    Optional<Ending> ending = record.ending();
    if (ending.isPresent()) {
      return TaskState.ended(ending.get());
    }
    Optional<Keeper> keeper = record.keeper();
    if (keeper.isEmpty()) {
      return isLate() && record.forbid() ? TaskState.ABSENT : TaskState.running(Duration.ZERO);
    }
    boolean kept =
        keeper.flatMap(Keeper::process).isPresent(); // before its last word is looked for
    Optional<Integer> code = record.exitCode();
    if (code.isPresent()) {
      return end(reason(code.get()));
    }
    if (!kept) {
      return end(new Ending(Reason.LOST, 0));
    }
    if (group.isFrozen()) {
      return TaskState.of(Phase.PAUSED, "");
    }
    return isOutOfCpuTime() ? end(new Ending(Reason.OUT_OF_CPU_TIME, 0)) : running();
  }

  private boolean isLate() {
    return Instant.ofEpochMilli(order.given()).plus(START).isBefore(clock.instant());
  }

  private TaskState running() throws IOException {
    Instant now = clock.instant();
    Duration stood = record.pauses().total(now);
    return TaskState.running(Duration.between(record.begun(), now).minus(stood));
  }

  /** Where the kernel has no freezer for it, the program ends, and begins anew later. */
  void pause() throws IOException {
    if (look().phase() != Phase.RUNNING) {
      return;
    }
    if (!group.canFreeze()) {
      end(new Ending(Reason.LOST, 0));
      return;
    }
    record.pauses().begin(clock.instant());
    group.freeze(true);
  }

  void resume() throws IOException {
    if (group.isFrozen()) {
      group.freeze(false);
      record.pauses().end(clock.instant());
    }
  }

  void cancel() throws IOException {
    if (record.keeper().isEmpty() && record.forbid()) {
      group.end();
    } else if (look().ending().isEmpty()) {
      end(new Ending(Reason.CANCELLED, 0));
    }
  }

  /** Removes what there is of it, once it has ended. */
  void forget() throws IOException {
    cancel();
    group.end();
    record.clear();
  }

  private Ending reason(int code) throws IOException {
    if (code == 0) {
      return new Ending(Reason.EXITED, 0);
    }
    if (code == Launch.NO_GROUP || Enclosure.hasFailed(run)) {
      return new Ending(Reason.NOT_STARTED, code);
    }
    if (group.wasOutOfMemory()) {
      return new Ending(Reason.OUT_OF_MEMORY, code);
    }
    if (isOutOfCpuTime()) {
      return new Ending(Reason.OUT_OF_CPU_TIME, code);
    }
    if (group.wasOutOfProcesses()) {
      return new Ending(Reason.TOO_MANY_PROCESSES, code);
    }
    return Ending.ofExitCode(code);
  }

  private boolean isOutOfCpuTime() {
    return group.cpuTime().filter(it -> it.compareTo(order.cpuTime()) > 0).isPresent();
  }

  /** Ends what is left of it; nothing of it runs any more after this. */
  private TaskState end(Ending with) throws IOException {
    endProcesses();
    group.end();
    new WorkFolder(run.folder()).reopen();
    record.ending(with);
    return TaskState.ended(with);
  }

  /**
   * Ends the keeper and what it is known to have started; control groups know of the rest.
   * Bubblewrap goes by itself once its child has gone, and takes notice of the child, which else
   * would be for the init of this machine to do; the keeper goes with bubblewrap.
   */
  private void endProcesses() throws IOException {
    Optional<ProcessHandle> keeper = record.keeper().flatMap(Keeper::process);
    if (keeper.isEmpty()) {
      return;
    }
    List<ProcessHandle> outer = Stream.concat(keeper.stream(), keeper.get().children()).toList();
    List<ProcessHandle> inner = new ArrayList<>(keeper.get().descendants().toList());
    inner.removeAll(outer);
    inner.forEach(ProcessHandle::destroyForcibly);
    if (inner.isEmpty() || !Patience.until(() -> areGone(outer), LEAVE_MILLIS)) {
      outer.forEach(ProcessHandle::destroyForcibly);
    }
    Patience.until(() -> areGone(outer) && areGone(inner), PATIENCE_MILLIS);
  }

  private static boolean areGone(List<ProcessHandle> processes) {
    return processes.stream().noneMatch(ProcessHandle::isAlive);
  }
}
