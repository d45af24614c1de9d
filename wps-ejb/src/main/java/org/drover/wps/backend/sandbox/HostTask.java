package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.WorkFolder;

/** A program started by this server, until its end and after. */
final class HostTask {

  private static final long LEAVE_MILLIS = 500;
  private static final long PATIENCE_MILLIS = 5_000;

  private final ProgramRun run;
  private final Process process;
  private final Cgroup group;
  private long begun = System.nanoTime();
  private long pausedSince;
  private boolean paused;
  private Ending ending;

  HostTask(ProgramRun run, Process process, Cgroup group) {
    this.run = run;
    this.process = process;
    this.group = group;
  }

  synchronized TaskState look() throws IOException {
    if (ending != null) {
      return TaskState.ended(ending);
    }
    if (paused) {
      return TaskState.of(Phase.PAUSED, "");
    }
    if (!process.isAlive()) {
      end(reason(process.exitValue()));
      return TaskState.ended(ending);
    }
    if (isOutOfCpuTime()) {
      end(new Ending(Reason.OUT_OF_CPU_TIME, 0));
      return TaskState.ended(ending);
    }
    return TaskState.running(Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Waits for an end that is near. */
  Ending awaitEnd() throws IOException, InterruptedException {
    process.waitFor();
    return look().ending().orElseThrow();
  }

  /** Where the kernel has no freezer for it, the program ends, and begins anew later. */
  synchronized void pause() throws IOException {
    if (ending != null || paused) {
      return;
    }
    if (!group.canFreeze()) {
      cancel();
      return;
    }
    group.freeze(true);
    paused = true;
    pausedSince = System.nanoTime();
  }

  synchronized void resume() throws IOException {
    if (paused) {
      paused = false;
      begun += System.nanoTime() - pausedSince;
      group.freeze(false);
    }
  }

  synchronized void cancel() throws IOException {
    if (ending == null) {
      paused = false;
      end(new Ending(Reason.CANCELLED, 0));
    }
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
    Duration limit = run.limits().cpuTime();
    return group.cpuTime().filter(it -> it.compareTo(limit) > 0).isPresent();
  }

  /** Ends what is left of it; nothing of it runs any more after this. */
  private void end(Ending with) throws IOException {
    ending = with;
    endProcess();
    group.end();
    new WorkFolder(run.folder()).reopen();
  }

  /**
   * Ends a process and what it is known to have started; control groups know of the rest.
   * Bubblewrap goes by itself once its child has gone, and takes notice of the child, which else
   * would be for the init of this machine to do.
   */
  private void endProcess() {
    List<ProcessHandle> started = process.descendants().toList();
    started.forEach(ProcessHandle::destroyForcibly);
    if (started.isEmpty() || !Patience.until(() -> !process.isAlive(), LEAVE_MILLIS)) {
      process.destroyForcibly();
    }
    Patience.until(
        () -> !process.isAlive() && started.stream().noneMatch(ProcessHandle::isAlive),
        PATIENCE_MILLIS);
  }
}
