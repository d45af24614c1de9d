package org.drover.wps.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.process.Execution;

/**
 * Tasks of a run without a job: nobody goes on with them, so they end with it. What its engine has
 * of each is written down in files, so that it can be ended after its server, too.
 */
public final class SoloTasks implements TaskLedger {

  private static final Logger LOG = System.getLogger(SoloTasks.class.getName());

  private static final String QUEUE = "short";

  private final Execution execution;
  private final Path records;
  private final String name = UUID.randomUUID().toString();
  private final Map<Integer, Entry> entries = new HashMap<>();

  /**
   * @param records folder for what outlives the run's scratch folder if its tasks do
   */
  public SoloTasks(Execution execution, Path records) {
    this.execution = execution;
    this.records = records;
  }

  @Override
  public String job() {
    return name;
  }

  @Override
  public TaskFolder folder(int part, int run) {
    return new TaskFolder(
        execution.scratch().resolve(name).resolve(part + "." + run), record(part, run).folder());
  }

  private SoloRecord record(int part, int run) {
    return SoloRecord.of(records, new TaskName(name, part, run));
  }

  @Override
  public String queue() {
    return QUEUE;
  }

  @Override
  public Optional<Duration> expected() {
    return Optional.empty();
  }

  @Override
  public boolean endsWithServer() {
    return true;
  }

  @Override
  public Optional<Entry> find(int part) {
    return Optional.ofNullable(entries.get(part));
  }

  @Override
  public List<Entry> begin(List<Integer> parts, String backend) {
    return parts.stream().map(it -> begin(it, backend)).toList();
  }

  private Entry begin(int part, String backend) {
    int run = find(part).map(Entry::run).orElse(0) + 1;
    try {
      record(part, run).begin(backend);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Entry entry = new Entry(part, run, backend, true, false);
    entries.put(part, entry);
    return entry;
  }

  @Override
  public void over(int part) {
    entries.computeIfPresent(
        part, (key, it) -> new Entry(part, it.run(), it.backend(), it.here(), true));
  }

  /** One that cannot be ended now is ended later: that concerns no answer. */
  @Override
  public void settle(Backend backend, Collection<Task> tasks) {
    for (Task each : tasks) {
      SoloRecord record = record(each.name().part(), each.name().run());
      try {
        record.end(backend, each);
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.INFO, "Task {0} is ended later: {1}", each.name(), e);
        giveUp(record);
      }
    }
  }

  private static void giveUp(SoloRecord record) {
    try {
      record.giveUp();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Task {0} is ended after the next start: {1}", record.name(), e);
    }
  }
}
