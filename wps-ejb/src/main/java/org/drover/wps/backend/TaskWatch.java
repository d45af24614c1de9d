package org.drover.wps.backend;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.drover.wps.backend.Ending.Reason;

/**
 * Looks after one task: ends it when it has run for too long or written too much, and tells which
 * of its limits a program met where its engine cannot.
 */
public final class TaskWatch {

  private static final int SIGXCPU = 24;
  private static final int SIGXFSZ = 25;

  /** Looking at the files takes a hundredth of the time at most. */
  private static final int FOLDER_SHARE = 100;

  private final Backend backend;
  private final Task task;
  private final LongSupplier nanoTime;
  private final WorkFolder folder;
  private final WorkFolder logs;
  private Optional<Reason> exceeded = Optional.empty();
  private long firstRunning;
  private long nextMeasure;

  public TaskWatch(Backend backend, Task task) {
    this(backend, task, System::nanoTime);
  }

  TaskWatch(Backend backend, Task task, LongSupplier nanoTime) {
    this.backend = backend;
    this.task = task;
    this.nanoTime = nanoTime;
    this.folder = new WorkFolder(task.program().folder());
    this.logs = new WorkFolder(task.program().logs());
  }

  public Task task() {
    return task;
  }

  /**
   * Looks once.
   *
   * @throws EngineAwayException if the engine does not answer
   */
  public TaskState look() throws IOException {
    TaskState state = backend.look(task);
    return switch (state.phase()) {
      case RUNNING -> running(state);
      case ENDED -> ended(state.ending().orElseThrow());
      case ABSENT -> exceeded.map(it -> TaskState.ended(new Ending(it, 0))).orElse(state);
      case WAITING, PAUSED -> state;
    };
  }

  private TaskState running(TaskState state) throws IOException {
    if (exceeded.isEmpty()) {
      exceeded = exceeds(state);
    }
    if (exceeded.isPresent()) {
      backend.cancel(task);
    }
    return state;
  }

  private Optional<Reason> exceeds(TaskState state) throws IOException {
    long now = nanoTime.getAsLong();
    if (firstRunning == 0) {
      firstRunning = now;
      nextMeasure = now + TimeUnit.SECONDS.toNanos(1);
    }
    Duration ran = state.ran().orElse(Duration.ofNanos(now - firstRunning));
    if (ran.compareTo(limits().time()) > 0) {
      return Optional.of(Reason.OUT_OF_TIME);
    }
    return now - nextMeasure > 0 && isFolderTooLarge()
        ? Optional.of(Reason.FOLDER_TOO_LARGE)
        : Optional.empty();
  }

  private boolean isFolderTooLarge() throws IOException {
    long from = nanoTime.getAsLong();
    measure();
    long took = nanoTime.getAsLong() - from;
    nextMeasure = from + Math.max(TimeUnit.SECONDS.toNanos(1), took * FOLDER_SHARE);
    return folder.total() + logs.total() > limits().folderBytes();
  }

  private void measure() throws IOException {
    folder.measure();
    logs.measure();
  }

  private TaskState ended(Ending ending) throws IOException {
    if (exceeded.isEmpty()) {
      exceeded = metAtTheEnd(ending);
    }
    return TaskState.ended(exceeded.map(it -> new Ending(it, ending.code())).orElse(ending));
  }

  private Optional<Reason> metAtTheEnd(Ending ending) throws IOException {
    measure();
    if (folder.total() + logs.total() > limits().folderBytes()) {
      return Optional.of(Reason.FOLDER_TOO_LARGE);
    }
    if (ending.reason() != Reason.EXITED && ending.reason() != Reason.SIGNALLED) {
      return Optional.empty();
    }
    if (ending.isSignal(SIGXCPU)) {
      return Optional.of(Reason.OUT_OF_CPU_TIME);
    }
    boolean full = Math.max(folder.largest(), logs.largest()) >= limits().fileBytes();
    return ending.isSignal(SIGXFSZ) || (full && !ending.isSuccess())
        ? Optional.of(Reason.FILE_TOO_LARGE)
        : Optional.empty();
  }

  private ResourceLimits limits() {
    return task.program().limits();
  }
}
