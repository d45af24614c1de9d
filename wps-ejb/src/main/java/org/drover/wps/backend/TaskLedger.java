package org.drover.wps.backend;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is written down of the tasks of one job before an engine hears of them, so that whoever goes
 * on with the job finds them. Each part has one task at a time.
 */
public interface TaskLedger {

  /** What names the tasks: the job's identifier. */
  String job();

  /** Where the files of a run of a part lie; every node can reach it. */
  TaskFolder folder(int part, int run);

  /** Name of the queue the work waits in. */
  String queue();

  /** How long the work is expected to take, with a margin; empty if nobody has estimated it. */
  Optional<Duration> expected();

  /** Whether nobody goes on with the tasks after this server. */
  boolean endsWithServer();

  /** The task a part was given last, if it counts still. */
  Optional<Entry> find(int part);

  /**
   * Gives parts a new run, durably.
   *
   * @return the entries, in the order of the parts
   */
  List<Entry> begin(List<Integer> parts, String backend);

  /** Notes that a part's task ended without success: whoever goes on gives the part a new one. */
  void over(int part);

  /**
   * Does with tasks what has become of their work, now that its thread stays with them no longer:
   * it goes on elsewhere, stands still, is done or no longer wanted.
   *
   * @param tasks those that this server has looked after
   */
  void settle(Backend backend, Collection<Task> tasks) throws IOException;

  /**
   * A task as written down.
   *
   * @param run counted from 1
   * @param here whether it was submitted from this machine, since that was started
   * @param over whether it ended without success
   */
  record Entry(int part, int run, String backend, boolean here, boolean over) {}
}
