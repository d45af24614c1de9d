package org.drover.wps.execution.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskLedger;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.execution.outside.TaskStore.Standing;
import org.drover.wps.execution.outside.TaskStore.TaskRow;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;

/**
 * Makes engines do with tasks what has become of their jobs, for those no thread stays with: tasks
 * of paused jobs stand still, and those of ended jobs end and are forgotten.
 */
@ApplicationScoped
public class TaskKeeper {

  private static final Logger LOG = System.getLogger(TaskKeeper.class.getName());

  @Inject private TaskStore store;
  @Inject private JobFolders folders;
  @Inject private Backends backends;

  /** What a job's attempt writes down of its tasks. */
  public TaskLedger ledger(Job job) {
    return new JobTasks(job, store, this, folders);
  }

  /** Looks after the tasks of all jobs, once. */
  public void settleAll() {
    store.list(Optional.empty()).forEach(this::settle);
  }

  /** Looks after the tasks of a job, once. */
  public void settle(JobId job) {
    store.list(Optional.of(job)).forEach(this::settle);
  }

  private void settle(Standing each) {
    try {
      Optional<Backend> backend = backends.find(each.task().backend());
      if (backend.isPresent() && canReach(backend.get(), each.task())) {
        settle(backend.get(), each);
      } else if (each.status().isEmpty() || isGone(each)) {
        store.delete(each.task());
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.DEBUG, "Task of job {0} is looked at again: {1}", each.task().job(), e);
    }
  }

  private static boolean canReach(Backend backend, TaskRow task) {
    return backend.isShared() || Submitter.of(task).isOnThisMachine();
  }

  private static boolean isGone(Standing each) {
    return Submitter.of(each.task()).hasForgotten()
        && each.status().filter(JobStatus::isFinal).isPresent();
  }

  private void settle(Backend backend, Standing each) throws IOException {
    Task task = task(each.task());
    if (each.status().map(JobStatus::isFinal).orElse(true)) {
      end(backend, task);
      folders.removeTask(each.task().job(), each.task().part(), each.task().run());
      store.delete(each.task());
    } else if (!each.last() && !each.task().over()) {
      end(backend, task);
      store.over(each.task());
    } else if (each.last()
        && !each.task().over()
        && each.status().filter(it -> it == JobStatus.PAUSED).isPresent()) {
      pause(backend, task);
    }
  }

  private static void end(Backend backend, Task task) throws IOException {
    backend.cancel(task);
    backend.forget(task);
  }

  private static void pause(Backend backend, Task task) throws IOException {
    if (List.of(Phase.RUNNING, Phase.WAITING).contains(backend.look(task).phase())) {
      backend.pause(task);
    }
  }

  private Task task(TaskRow row) {
    return Task.toManage(
        new TaskName(row.job().toString(), row.part(), row.run()),
        folders.task(row.job(), row.part(), row.run()));
  }
}
