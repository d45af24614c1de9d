package org.drover.wps.execution.outside;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskFolder;
import org.drover.wps.backend.TaskLedger;
import org.drover.wps.execution.outside.TaskStore.TaskRow;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFolders;

/** The tasks of a job, as one of its attempts writes them down. */
final class JobTasks implements TaskLedger {

  /** Machines differ, and so do inputs that look the same. */
  private static final int MARGIN = 4;

  /** For what takes its time whatever the work: starting, fetching, waiting for a disk. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final Job job;
  private final TaskStore store;
  private final TaskKeeper keeper;
  private final JobFolders folders;

  JobTasks(Job job, TaskStore store, TaskKeeper keeper, JobFolders folders) {
    this.job = job;
    this.store = store;
    this.keeper = keeper;
    this.folders = folders;
  }

  @Override
  public String job() {
    return job.id().toString();
  }

  @Override
  public TaskFolder folder(int part, int run) {
    return new TaskFolder(folders.task(job.id(), part, run));
  }

  @Override
  public String queue() {
    return job.queue();
  }

  @Override
  public Optional<Duration> expected() {
    return job.terms()
        .estimate()
        .map(it -> Duration.ofMillis((long) (it.seconds() * 1000 * MARGIN)).plus(GRACE));
  }

  @Override
  public boolean endsWithServer() {
    return false;
  }

  @Override
  public Optional<Entry> find(int part) {
    return store.findLast(job.id(), part).map(JobTasks::entry);
  }

  @Override
  public List<Entry> begin(List<Integer> parts, String backend) {
    Attempt attempt = new Attempt(job.id(), job.epoch());
    return store.begin(attempt, parts, backend, Submitter.THIS.toString()).stream()
        .map(JobTasks::entry)
        .toList();
  }

  private static Entry entry(TaskRow row) {
    return new Entry(
        row.part(), row.run(), row.backend(), Submitter.of(row).isOnThisMachine(), row.over());
  }

  @Override
  public void over(int part) {
    store.findLast(job.id(), part).ifPresent(store::over);
  }

  /** They go on, stand still or end as the job does; those of one that goes on elsewhere stay. */
  @Override
  public void settle(Backend backend, Collection<Task> tasks) {
    keeper.settle(job.id());
  }
}
