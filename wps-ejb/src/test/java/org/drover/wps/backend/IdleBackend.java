package org.drover.wps.backend;

import java.util.List;
import java.util.Optional;

/** An engine that takes tasks and never begins one. */
public final class IdleBackend implements Backend {

  private final String name;
  private Optional<String> problem = Optional.empty();

  public IdleBackend(String name) {
    this.name = name;
  }

  public void problem(Optional<String> now) {
    problem = now;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> problem() {
    return problem;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void submit(List<Task> tasks) {}

  @Override
  public TaskState look(Task task) {
    return TaskState.of(TaskState.Phase.WAITING, "");
  }

  @Override
  public void pause(Task task) {}

  @Override
  public void resume(Task task) {}

  @Override
  public void cancel(Task task) {}

  @Override
  public void forget(Task task) {}
}
