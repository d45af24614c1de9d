package org.drover.wps.execution.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.SoloRecord;
import org.drover.wps.backend.SoloTasks;
import org.drover.wps.backend.TaskLedger;
import org.drover.wps.job.JobFolders;
import org.drover.wps.process.Execution;

/**
 * Ends what engines still have of synchronous runs that nobody waits for: their server has died, or
 * their engine did not answer when they ended.
 */
@ApplicationScoped
public class SoloKeeper {

  private static final Logger LOG = System.getLogger(SoloKeeper.class.getName());

  /** A node that has written nothing for so long, and does not clean up itself, is gone. */
  private static final Duration GONE = Duration.ofDays(7);

  @Inject private JobFolders folders;
  @Inject private Backends backends;

  private final Clock clock;
  private final List<Path> left = new CopyOnWriteArrayList<>();

  public SoloKeeper() {
    this(Clock.systemUTC());
  }

  SoloKeeper(Clock clock) {
    this.clock = clock;
  }

  /** What a synchronous run writes down of its tasks. */
  public TaskLedger ledger(Execution execution) {
    return new SoloTasks(execution, folders.soloTasks());
  }

  /**
   * Takes over what earlier servers of this node have left, which are gone. A server that takes the
   * node's name later is not among them.
   */
  public void takeOver() {
    left.clear();
    left.addAll(folders.earlierSoloTasks());
  }

  /** Whether all that was taken over has ended. */
  public boolean hasSettled() {
    return left.isEmpty();
  }

  /**
   * Looks once at what was taken over, what runs of this server had to leave, and what nodes have
   * left that are long gone.
   */
  public void settle() throws IOException {
    Set<Backend> away = new HashSet<>();
    for (SoloRecord each : SoloRecord.list(folders.soloTasks())) {
      if (each.isGivenUp()) {
        settle(each, away);
      }
    }
    for (Path records : List.copyOf(left)) {
      SoloRecord.list(records).forEach(it -> settle(it, away));
      if (SoloRecord.list(records).isEmpty()) {
        left.remove(records);
        JobFolders.remove(records);
      }
    }
    for (Path records : folders.soloTasksOfOthers()) {
      List<SoloRecord> old = SoloRecord.list(records);
      if (isLongGone(records)) { // asked after the list was made: what has begun since is not in it
        old.forEach(it -> settle(it, away));
      }
    }
  }

  /** Whether no task has begun or ended there for long. */
  private boolean isLongGone(Path records) throws IOException {
    try {
      Instant modified = Files.getLastModifiedTime(records).toInstant();
      return modified.isBefore(clock.instant().minus(GONE));
    } catch (NoSuchFileException e) {
      return false; // its node is there and has removed it
    }
  }

  private void settle(SoloRecord task, Set<Backend> away) {
    try {
      Optional<Backend> backend = task.backend().flatMap(backends::find);
      if (backend.isEmpty()) {
        task.remove();
      } else if (!away.contains(backend.get())) {
        end(task, backend.get(), away);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "Task {0} is looked at again: {1}", task.name(), e);
    }
  }

  /** One that hangs is asked once. */
  private static void end(SoloRecord task, Backend backend, Set<Backend> away) throws IOException {
    try {
      task.end(backend);
    } catch (EngineAwayException e) {
      away.add(backend);
      throw e;
    }
  }
}
