package org.drover.wps.execution.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskLedger;
import org.drover.wps.execution.outside.TaskStore.TaskRow;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;

/**
 * The tasks of a run without a job, such as one whose client waits: they end with it, or, should
 * the server be killed, when its node is there again.
 */
final class RunTasks implements TaskLedger {

  private static final String QUEUE = "short";

  private final JobId run = JobId.create();
  private final TaskStore store;
  private final JobFolders folders;

  RunTasks(TaskStore store, JobFolders folders) {
    this.store = store;
    this.folders = folders;
  }

  @Override
  public String job() {
    return run.toString();
  }

  @Override
  public Path folder(int part, int number) {
    return folders.task(run, part, number);
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
    return store.findLast(run, part).map(RunTasks::entry);
  }

  @Override
  public List<Entry> begin(List<Integer> parts, String backend) {
    return parts.stream()
        .map(it -> entry(store.begin(run, it, backend, Submitter.OF_RUNS.toString())))
        .toList();
  }

  private static Entry entry(TaskRow row) {
    return new Entry(row.part(), row.run(), row.backend(), true, row.over());
  }

  @Override
  public void over(int part) {
    store.findLast(run, part).ifPresent(store::over);
  }

  @Override
  public void settle(Backend backend, Collection<Task> tasks) throws IOException {
    for (Task each : tasks) {
      backend.cancel(each);
      backend.forget(each);
      store.delete(row(each, backend));
    }
    folders.remove(run);
  }

  private TaskRow row(Task task, Backend backend) {
    return new TaskRow(run, task.name().part(), task.name().run(), backend.name(), "", true);
  }
}
