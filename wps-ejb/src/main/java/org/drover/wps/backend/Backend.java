package org.drover.wps.backend;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An engine that carries out tasks outside the server's own process. It keeps no truth of its own:
 * rows say which tasks there are to be, and each call may come again, from another thread, another
 * node, or after a restart. No call blocks for more than some seconds.
 */
public interface Backend {

  /** Its name in settings and process descriptions. */
  String name();

  /**
   * Why nothing can be carried out at present, in a sentence for administrators; empty when all is
   * well. Asked often, so a recent finding is good enough.
   */
  Optional<String> problem();

  /**
   * Whether every node can look after a task that was submitted by one of them. Otherwise only the
   * servers of the machine it was submitted from can, until that is started anew.
   */
  boolean isShared();

  /** Whether tasks may be given to it without end, as it lets them wait by itself. */
  default boolean hasQueues() {
    return false;
  }

  /**
   * Begins tasks that differ in their part only, unless they have begun: the engine is first asked
   * for each by its name. Schedulers make an array of them.
   *
   * @throws EngineAwayException if the engine does not answer: some may have begun; call again
   * @throws RefusedException if the engine says that it will never run them
   */
  void submit(List<Task> tasks) throws IOException;

  /**
   * How a task stands. What is told of the end is told again until the task is forgotten.
   *
   * @throws EngineAwayException if the engine does not answer: the task is what it was
   */
  TaskState look(Task task) throws IOException;

  /** Lets a task stand still, freeing processors at least; nothing if it has ended. */
  void pause(Task task) throws IOException;

  /** Lets a paused task go on. */
  void resume(Task task) throws IOException;

  /**
   * Ends a task with all it has started, paused or not; nothing if it is not there. May return
   * before all is gone, but {@link #look} does not say ENDED or ABSENT before.
   */
  void cancel(Task task) throws IOException;

  /** Removes what the engine keeps of a task that has ended; nothing if there is nothing. */
  void forget(Task task) throws IOException;
}
