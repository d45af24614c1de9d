package org.drover.wps.backend;

import org.drover.wps.process.Execution;

/** A run whose work may be given to an engine outside the server. */
public interface TaskExecution extends Execution {

  /** What is written down of its tasks. */
  TaskLedger tasks();

  /** A run as one that may have tasks, which end with it unless it says otherwise. */
  static TaskExecution of(Execution execution) {
    return execution instanceof TaskExecution can
        ? can
        : new LedgeredExecution(
            execution, new SoloTasks(execution, execution.scratch().resolve("tasks")));
  }
}
