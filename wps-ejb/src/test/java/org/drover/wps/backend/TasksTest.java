package org.drover.wps.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a task whose engine is away, or was asked for less time than it may take. */
@Timeout(60)
class TasksTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private final List<Optional<Duration>> submitted = new ArrayList<>();
  private final List<Ending> ended = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private int away;
  private int looks;
  private BooleanSupplier stopped = () -> false;

  /** An engine that ends each task at once as the next of its answers says; null is a refusal. */
  private Backend engine(Reason... answers) {
    return new Backend() {
      private final Map<TaskName, Ending> endings = new HashMap<>();
      private int next;

      @Override
      public String name() {
        return "engine";
      }

      @Override
      public Optional<String> problem() {
        return Optional.empty();
      }

      @Override
      public boolean isShared() {
        return true;
      }

      @Override
      public void submit(List<Task> tasks) throws IOException {
        for (Task each : tasks) {
          submitted.add(each.time());
          Reason answer = answers[next++];
          if (answer == null) {
            throw new RefusedException("too long");
          }
          endings.put(each.name(), new Ending(answer, 0));
        }
      }

      @Override
      public TaskState look(Task task) throws EngineAwayException {
        looks++;
        if (away-- > 0) {
          throw new EngineAwayException("It is asleep.");
        }
        Ending ending = endings.get(task.name());
        return ending == null ? TaskState.ABSENT : TaskState.ended(ending);
      }

      @Override
      public void pause(Task task) {}

      @Override
      public void resume(Task task) {}

      @Override
      public void cancel(Task task) {}

      @Override
      public void forget(Task task) {
        endings.remove(task.name());
      }
    };
  }

  private void run(Backend backend) throws IOException {
    new Tasks(backend, new LedgeredExecution(new Quiet(), ledger), 1, "Works")
        .run(List.of(new OnePiece()));
  }

  @Test
  void whatTookLongerThanAskedForIsBegunAgainWithoutHurry() throws Exception {
    run(engine(Reason.OUT_OF_TIME, Reason.EXITED));
    assertThat(submitted).containsExactly(Optional.of(HOUR), Optional.empty());
    assertThat(ended).containsExactly(new Ending(Reason.EXITED, 0));
  }

  @Test
  void whatIsOutOfTimeWithoutHurryHasEnded() throws Exception {
    run(engine(Reason.OUT_OF_TIME, Reason.OUT_OF_TIME));
    assertThat(ended).containsExactly(new Ending(Reason.OUT_OF_TIME, 0));
  }

  @Test
  void whatIsRefusedForItsTimeIsAskedForWithout() throws Exception {
    run(engine(null, Reason.EXITED));
    assertThat(submitted).containsExactly(Optional.of(HOUR), Optional.empty());
    assertThat(ended).containsExactly(new Ending(Reason.EXITED, 0));
  }

  @Test
  void whatIsRefusedAllTheSameFails() {
    assertThatThrownBy(() -> run(engine(null, null)))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("too long");
    assertThat(submitted).hasSize(2);
  }

  @Test
  void whatIsDoneWithTheWorkIsSaid() throws Exception {
    run(engine(Reason.EXITED));
    assertThat(said).containsExactly("Is given to engine", "Works");
  }

  @Test
  void anEngineThatIsAwayIsWaitedForAlsoWithWhatAnEarlierAttemptHasBegun() throws Exception {
    ledger.begin(List.of(0), "engine");
    away = 1;
    run(engine(Reason.EXITED));
    assertThat(said)
        .containsExactly("Is given to engine", "Waits for engine, which does not answer", "Works");
    assertThat(ended).hasSize(1);
  }

  @Test
  void anEngineThatRefusesToAnswerIsNotAskedWithoutRest() {
    ledger.begin(List.of(0), "engine");
    away = Integer.MAX_VALUE;
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    stopped = () -> System.nanoTime() > end;
    assertThatThrownBy(() -> run(engine())).isInstanceOf(StoppedException.class);
    assertThat(looks).isBetween(1, 10);
  }

  private final class OnePiece implements Piece {
    @Override
    public int part() {
      return 0;
    }

    @Override
    public Optional<String> image() {
      return Optional.empty();
    }

    @Override
    public ProgramRun program(TaskFolder of, List<TaskFolder> before) throws IOException {
      ResourceLimits limits = ResourceLimits.USUAL.within(ResourceLimits.ENDLESS);
      return new ProgramRun(
          List.of("true"), of.work(), Map.of(), of.logs(), Map.of(), false, limits);
    }

    @Override
    public void look(ProgramRun run) {}

    @Override
    public void ended(ProgramRun run, Ending ending) {
      ended.add(ending);
    }
  }

  /** Notes runs, and has an estimate of an hour. */
  private final class Ledger implements TaskLedger {
    private int runs;
    private boolean over;

    @Override
    public String job() {
      return "job";
    }

    @Override
    public TaskFolder folder(int part, int run) {
      return new TaskFolder(folder.resolve(part + "." + run));
    }

    @Override
    public String queue() {
      return "short";
    }

    @Override
    public Optional<Duration> expected() {
      return Optional.of(HOUR);
    }

    @Override
    public boolean endsWithServer() {
      return false;
    }

    @Override
    public Optional<Entry> find(int part) {
      return runs == 0 ? Optional.empty() : Optional.of(entry(part));
    }

    private Entry entry(int part) {
      return new Entry(part, runs, "engine", true, over);
    }

    @Override
    public List<Entry> begin(List<Integer> parts, String backend) {
      runs++;
      over = false;
      return parts.stream().map(this::entry).toList();
    }

    @Override
    public void over(int part) {
      over = true;
    }

    @Override
    public void settle(Backend backend, Collection<Task> tasks) {}
  }

  private final class Quiet implements Execution {
    @Override
    public void progress(double percent, String message) {
      said.add(message);
    }

    @Override
    public void checkStopped() {
      if (stopped.getAsBoolean()) {
        throw new StoppedException("It is enough.");
      }
    }

    @Override
    public Path scratch() {
      try {
        return Files.createDirectories(folder.resolve("scratch"));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public Path log() {
      return folder.resolve("log");
    }

    @Override
    public Optional<Format> wantedFormat(String output) {
      return Optional.empty();
    }
  }
}
