package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.sandbox.Enclosure;

/**
 * Tasks as arrays of a scheduler's jobs. What is known of a task is in its control folder, which
 * all servers see: where the scheduler has it, the record its script leaves, and how it ended.
 */
public abstract class SchedulerBackend implements Backend {

  private static final Duration LISTING_HOLDS = Duration.ofSeconds(1);
  private static final Duration PROBLEM_HOLDS = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final Recent<Map<Place, Listed>> listing;
  private final Recent<Optional<String>> problem;
  private final Findings findings;

  protected SchedulerBackend(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.listing = new Recent<>(LISTING_HOLDS, scheduler::list);
    this.problem = new Recent<>(PROBLEM_HOLDS, this::findProblem);
    this.findings = new Findings(scheduler);
  }

  @Override
  public String name() {
    return scheduler.name();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean hasQueues() {
    return true;
  }

  @Override
  public Optional<String> problem() {
    try {
      return problem.get();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> findProblem() throws IOException {
    TaskUser.find();
    scheduler.probe();
    return Enclosure.problem();
  }

  @Override
  public void submit(List<Task> tasks) throws IOException {
    Submission planned = new Submission(tasks);
    listing.outdated();
    Map<Place, Listed> known = listing.get();
    List<Task> fresh = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (!hasBegun(tasks.get(i), planned.place(i), known)) {
        fresh.add(tasks.get(i));
      }
    }
    if (!fresh.isEmpty()) {
      submit(new Submission(fresh));
    }
  }

  /** Whether the scheduler has it, or had it, though its answer may have been lost. */
  private static boolean hasBegun(Task task, Place planned, Map<Place, Listed> known)
      throws IOException {
    ControlFolder control = new ControlFolder(task);
    Place place = control.place().orElse(planned);
    Listed listed = known.get(place);
    if (listed != null && control.submittedAs().isEmpty()) {
      control.place(place);
      control.submitted(listed.id());
    }
    return control.submittedAs().isPresent() || control.exit().isPresent();
  }

  private void submit(Submission array) throws IOException {
    Optional<JobUser> user = TaskUser.find();
    for (int i = 0; i < array.tasks().size(); i++) {
      Scripts.prepare(array.tasks().get(i), user);
      new ControlFolder(array.tasks().get(i)).place(array.place(i));
    }
    String id = scheduler.submit(array);
    for (int i = 0; i < array.tasks().size(); i++) {
      new ControlFolder(array.tasks().get(i)).submitted(scheduler.number(id, i));
    }
    listing.outdated();
  }

  @Override
  public TaskState look(Task task) throws IOException {
    return findings.look(task, listing);
  }

  @Override
  public void pause(Task task) throws IOException {
    Optional<Listed> found = find(task);
    if (found.isPresent() && found.get().isIn(Phase.WAITING, Phase.RUNNING)) {
      act(task, found.get(), Phase.PAUSED, scheduler::pause);
    }
  }

  @Override
  public void resume(Task task) throws IOException {
    Optional<Listed> found = find(task);
    if (found.isPresent() && found.get().isIn(Phase.PAUSED)) {
      act(task, found.get(), Phase.RUNNING, scheduler::resume);
    }
  }

  @Override
  public void cancel(Task task) throws IOException {
    Optional<Listed> found = find(task);
    if (found.isPresent() && !found.get().isIn(Phase.ENDED)) {
      act(task, found.get(), Phase.ENDED, scheduler::cancel);
    }
  }

  private Optional<Listed> find(Task task) throws IOException {
    Optional<Place> place = new ControlFolder(task).place();
    if (place.isEmpty()) {
      return Optional.empty();
    }
    listing.outdated();
    return Optional.ofNullable(listing.get().get(place.get()));
  }

  private interface Action {
    void on(Listed task) throws IOException;
  }

  /**
   * Something may have happened in between: a failure counts if the task is not where it was to
   * get.
   */
  private void act(Task task, Listed listed, Phase wanted, Action action) throws IOException {
    try {
      action.on(listed);
    } catch (IOException e) {
      Optional<Listed> now = find(task);
      if (now.isPresent() && !now.get().isIn(wanted, Phase.ENDED)) {
        throw e;
      }
    } finally {
      listing.outdated();
    }
  }

  @Override
  public void forget(Task task) throws IOException {
    new ControlFolder(task).clear();
    findings.forget(task);
  }
}
