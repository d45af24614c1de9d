package org.drover.wps.backend;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A piece of work given to an engine: a whole run, or a part of one. */
public interface Piece {

  /** Number of the part; 0 for a whole run. */
  int part();

  /** What a container for it is made of; empty for the engine's usual image. */
  Optional<String> image();

  /**
   * The program to run.
   *
   * @param folder what the program gets. Its files are there already if its task is being gone on
   *     with, and are then left as they are
   * @param before folders of the runs before, the latest first; any may have left a checkpoint
   */
  ProgramRun program(TaskFolder folder, List<TaskFolder> before) throws IOException;

  /** Looks at what the program tells, several times a second while it runs. */
  void look(ProgramRun run) throws IOException;

  /**
   * Takes what a program has left that has ended.
   *
   * @throws IOException if what it left cannot be read
   */
  void ended(ProgramRun run, Ending ending) throws IOException;
}
