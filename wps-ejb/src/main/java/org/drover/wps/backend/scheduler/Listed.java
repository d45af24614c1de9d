package org.drover.wps.backend.scheduler;

import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;

/**
 * What a scheduler says of a task.
 *
 * @param id its number
 * @param word the scheduler's own word for the state
 * @param state where it is on its way; has no ending
 * @param verdict why it has ended, where the scheduler knows better than the program's exit code,
 *     such as that someone cancelled it
 */
public record Listed(String id, String word, TaskState state, Optional<Ending> verdict) {

  boolean isIn(Phase... phases) {
    return List.of(phases).contains(state.phase());
  }
}
