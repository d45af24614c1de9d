package org.drover.wps.execution.backend;

import org.drover.wps.job.Attempt;

/** Carries out attempts step by step. It obeys the job rows and decides nothing itself. */
public interface BatchEngine {

  /**
   * Starts a new execution for an attempt; its job row is committed before.
   *
   * @param partitioned whether the process has a plan
   * @return the engine's number of the execution
   */
  long start(Attempt attempt, boolean partitioned);

  /** Asks an execution to stop at its next checkpoint; does nothing when it has ended. */
  void stop(long execution);

  /** Whether an execution is under way in this server. */
  boolean isRunning(long execution);

  /**
   * Forgets executions that have ended, a while ago, or with an earlier run of the server. Never
   * one that is under way.
   */
  void forgetEnded();
}
