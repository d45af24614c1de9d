package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.RefusedException;

/** How to talk to one kind of scheduler. Each call answers or fails within some seconds. */
public interface Scheduler {

  /** Name in settings and messages. */
  String name();

  /**
   * Asks whether it is there, which costs little.
   *
   * @throws EngineAwayException if it is not
   */
  void probe() throws IOException;

  /**
   * All tasks of Drover it knows.
   *
   * @throws EngineAwayException if it does not answer
   */
  Map<Place, Listed> list() throws IOException;

  /**
   * What it remembers of a task that is no longer listed.
   *
   * @param id its number
   */
  Optional<Listed> remember(String id) throws IOException;

  /**
   * Submits an array.
   *
   * @return its number
   * @throws EngineAwayException if it is not known whether that has worked
   * @throws RefusedException if it never will
   */
  String submit(Submission array) throws IOException;

  /** The number of one task of an array. */
  String number(String array, int index);

  void pause(Listed task) throws IOException;

  void resume(Listed task) throws IOException;

  void cancel(Listed task) throws IOException;
}
