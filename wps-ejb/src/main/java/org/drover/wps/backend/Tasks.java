package org.drover.wps.backend;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.TaskLedger.Entry;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;

/**
 * Has pieces of work carried out by an engine, in the calling thread, until all have ended. What an
 * earlier attempt or server has begun is gone on with; what an engine has lost is begun again.
 */
public final class Tasks {

  private static final Logger LOG = System.getLogger(Tasks.class.getName());

  /** How often a piece is begun again after its engine has lost it. */
  private static final int MOST_RUNS = 5;

  /** For how long an engine may not answer before its jobs let go of their slots. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final Backend backend;
  private final TaskExecution execution;
  private final TaskLedger ledger;
  private final int atOnce;
  private final String doing;
  private final List<Piece> waiting = new ArrayList<>();

  /** Pieces an earlier attempt may have begun. */
  private final List<Piece> inherited = new ArrayList<>();

  private final Map<Task, Piece> begun = new LinkedHashMap<>();
  private final Map<TaskWatch, Piece> under = new LinkedHashMap<>();
  private final List<Task> all = new ArrayList<>();
  private Duration pause = FIRST_PAUSE;
  private long lastAnswer = System.nanoTime();
  private boolean saysWaiting;

  /** One piece at a time, which says itself what goes on. */
  public Tasks(Backend backend, TaskExecution execution) {
    this(backend, execution, 1, "");
  }

  /**
   * @param atOnce how many pieces the engine may have at once
   * @param doing what is said of the work once it has begun
   */
  public Tasks(Backend backend, TaskExecution execution, int atOnce, String doing) {
    this.backend = backend;
    this.execution = execution;
    this.ledger = execution.tasks();
    this.atOnce = atOnce;
    this.doing = doing;
  }

  /**
   * Carries out pieces. Called once.
   *
   * @throws StoppedException if the execution is stopped; tasks go on, stand still or end as their
   *     job does
   * @throws EngineAwayException if the engine has not answered for a while
   */
  public void run(Collection<? extends Piece> pieces) throws IOException {
    waiting.addAll(pieces);
    inherited.addAll(pieces);
    saysWaiting("Is given to " + backend.name());
    try {
      while (!waiting.isEmpty() || !begun.isEmpty() || !under.isEmpty()) {
        execution.checkStopped();
        step();
        rest();
      }
    } catch (StoppedException e) {
      keepLogs();
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("The run was interrupted.");
    } finally {
      ledger.settle(backend, all);
    }
  }

  /**
   * What programs have said until a stop is in the log of the attempt, whatever becomes of them.
   */
  private void keepLogs() throws IOException {
    for (TaskWatch each : under.keySet()) {
      LogTail.keep(each.task().program(), execution);
    }
  }

  private void step() throws IOException {
    try {
      adopt();
      begin();
      submit();
      for (TaskWatch each : List.copyOf(under.keySet())) {
        look(each);
      }
      lastAnswer = System.nanoTime();
    } catch (EngineAwayException e) {
      saysWaiting("Waits for " + backend.name() + ", which does not answer");
      if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()) {
        throw e;
      }
      pause = LONGEST_PAUSE;
    }
  }

  private void adopt() throws IOException {
    for (Piece piece : List.copyOf(inherited)) {
      Optional<Entry> entry = ledger.find(piece.part()).filter(this::canAdopt);
      if (entry.isPresent()) {
        Task task = task(piece, entry.get().run());
        if (backend.look(task).phase() != Phase.ABSENT) {
          waiting.remove(piece);
          all.add(task);
          under.put(new TaskWatch(backend, task), piece);
        }
      }
      inherited.remove(piece);
    }
  }

  private boolean canAdopt(Entry entry) {
    return !entry.over()
        && entry.backend().equals(backend.name())
        && (backend.isShared() || entry.here());
  }

  private void begin() throws IOException {
    int room = Math.max(0, atOnce - begun.size() - under.size());
    List<Piece> next = waiting.subList(0, Math.min(waiting.size(), room));
    if (next.isEmpty()) {
      return;
    }
    List<Entry> entries = ledger.begin(next.stream().map(Piece::part).toList(), backend.name());
    for (int i = 0; i < next.size(); i++) {
      Task task = task(next.get(i), entries.get(i).run());
      begun.put(task, next.get(i));
      all.add(task);
    }
    next.clear();
  }

  private Task task(Piece piece, int run) throws IOException {
    TaskFolder folder = ledger.folder(piece.part(), run);
    List<TaskFolder> before =
        IntStream.iterate(run - 1, it -> it > 0, it -> it - 1)
            .mapToObj(it -> ledger.folder(piece.part(), it))
            .toList();
    return new Task(
        new TaskName(ledger.job(), piece.part(), run),
        piece.program(folder, before),
        folder.control(),
        ledger.queue(),
        piece.image(),
        run == 1 ? ledger.expected() : Optional.empty(),
        ledger.endsWithServer());
  }

  private void submit() throws IOException {
    Map<Integer, List<Task>> together = new LinkedHashMap<>();
    begun
        .keySet()
        .forEach(it -> together.computeIfAbsent(it.name().run(), key -> new ArrayList<>()).add(it));
    for (List<Task> tasks : together.values()) {
      try {
        backend.submit(tasks);
      } catch (RefusedException e) {
        refused(tasks, e);
        continue;
      }
      tasks.forEach(it -> under.put(new TaskWatch(backend, it), begun.remove(it)));
    }
  }

  /** What is refused for the time asked for may be taken when none is. */
  private void refused(List<Task> tasks, RefusedException e) {
    tasks.forEach(it -> ledger.over(it.name().part()));
    if (!tasks.stream().allMatch(Task::isHurried)) {
      throw new ProcessFailedException(
          "The work was refused by " + backend.name() + ": " + e.getMessage(), e);
    }
    tasks.forEach(it -> waiting.add(begun.remove(it)));
  }

  private void look(TaskWatch watch) throws IOException {
    TaskState state = watch.look();
    switch (state.phase()) {
      case ENDED -> ended(watch, state.ending().orElseThrow());
      case ABSENT -> ended(watch, new Ending(Reason.LOST, 0));
      case PAUSED -> backend.resume(watch.task());
      case WAITING -> saysWaiting(waitsFor(state));
      case RUNNING -> running(watch);
    }
  }

  private void running(TaskWatch watch) throws IOException {
    saysDoing();
    under.get(watch).look(watch.task().program());
  }

  private void saysDoing() {
    if (saysWaiting) {
      saysWaiting = false;
      execution.progress(0, doing);
    }
  }

  private void saysWaiting(String message) {
    saysWaiting = true;
    execution.progress(0, message);
  }

  private String waitsFor(TaskState state) {
    return "Waits in " + backend.name() + (state.message().isEmpty() ? "" : ": " + state.message());
  }

  private void ended(TaskWatch watch, Ending ending) throws IOException {
    Piece piece = under.get(watch);
    Task task = watch.task();
    if (!ending.isSuccess()) {
      ledger.over(piece.part());
      backend.forget(task);
    }
    under.remove(watch);
    if (ending.reason() == Reason.LOST && task.name().run() < MOST_RUNS) {
      LOG.log(Level.WARNING, "{0} was lost by {1}; begun again.", task.name(), backend.name());
      waiting.add(piece);
    } else if (task.isHurried() && mayBeForHurry(ending)) {
      LOG.log(Level.INFO, "{0} needs more time than was estimated; begun again.", task.name());
      waiting.add(piece);
    } else {
      saysDoing();
      piece.look(task.program());
      piece.ended(task.program(), ending);
    }
  }

  /** A scheduler may end what takes longer than was asked for, or never begin it. */
  private static boolean mayBeForHurry(Ending ending) {
    return ending.reason() == Reason.OUT_OF_TIME || ending.reason() == Reason.NOT_STARTED;
  }

  /** Short tasks are seen to end at once; long ones cost little. */
  private void rest() throws InterruptedException {
    if (!under.isEmpty() || !begun.isEmpty() || !inherited.isEmpty()) {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      Duration longer = pause.plus(pause.dividedBy(4));
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }
}
