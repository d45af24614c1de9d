package org.drover.wps.execution.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;

/** An engine that notes what it is told. */
final class NotingBackend implements Backend {

  private final String name;
  private final List<String> told = new ArrayList<>();
  private Phase phase = Phase.RUNNING;
  private boolean shared = true;
  private boolean away;

  NotingBackend(String name) {
    this.name = name;
  }

  List<String> told() {
    return told;
  }

  void phase(Phase now) {
    phase = now;
  }

  void shared(boolean is) {
    shared = is;
  }

  void away(boolean now) {
    away = now;
  }

  private void note(String what, Task task) throws EngineAwayException {
    if (away) {
      throw new EngineAwayException("The engine is away.");
    }
    told.add(what + " " + task.name());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public void submit(List<Task> tasks) throws EngineAwayException {
    for (Task each : tasks) {
      note("submit", each);
    }
  }

  @Override
  public TaskState look(Task task) {
    return TaskState.of(phase, "");
  }

  @Override
  public void pause(Task task) throws EngineAwayException {
    note("pause", task);
  }

  @Override
  public void resume(Task task) throws EngineAwayException {
    note("resume", task);
  }

  @Override
  public void cancel(Task task) throws EngineAwayException {
    note("cancel", task);
  }

  @Override
  public void forget(Task task) throws EngineAwayException {
    note("forget", task);
  }
}
