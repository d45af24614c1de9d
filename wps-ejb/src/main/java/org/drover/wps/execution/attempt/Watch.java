package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.error.Fault;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobControl;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.Standing;

/**
 * Looks each second, with one query, whether the attempts under way here still hold their jobs, and
 * stops those whose job was paused or dismissed on any node, or has run for longer than it may.
 */
@ApplicationScoped
public class Watch {

  private static final Logger LOG = System.getLogger(Watch.class.getName());

  private static final String TOO_LONG =
      "The job ran for longer than it may (limit on running). Ask for less at once, or ask the"
          + " administrator for a longer limit.";

  @Inject private RunningAttempts running;
  @Inject private JobControl control;
  @Inject private JobStore jobs;
  @Inject private BatchEngine engine;
  @Inject private JobFolders folders;

  /** Looks once. */
  void look() {
    Map<Attempt, Standing> standing =
        control.standing(
            running.list().stream()
                .filter(it -> !it.isStopping() && !it.isFinished())
                .map(RunningAttempt::attempt)
                .toList());
    standing.forEach(this::act);
  }

  /** Fails jobs that have waited or been paused for longer than they may; looks once. */
  void failOverdue() {
    List<JobId> overdue = new ArrayList<>(control.failWaiting());
    overdue.addAll(control.failPaused(TimeLimits.PAUSED.get()));
    for (JobId job : overdue) {
      LOG.log(Level.INFO, "Job {0} failed: it waited or was paused for too long.", job);
      folders.removeWork(job);
    }
  }

  private void act(Attempt attempt, Standing standing) {
    if (standing == Standing.OVER_RUN_LIMIT) {
      jobs.fail(attempt, new JobFailure(Fault.TIME_EXCEEDED, Optional.empty(), TOO_LONG));
    }
    if (standing != Standing.HELD) {
      running.find(attempt).filter(it -> !it.isFinished()).ifPresent(it -> stop(it, standing));
    }
  }

  private void stop(RunningAttempt attempt, Standing standing) {
    String reason = reason(standing);
    LOG.log(Level.INFO, "Stopping attempt {0}: {1}", attempt.attempt(), reason);
    attempt.stop(reason);
    engine.stop(attempt.execution());
  }

  private static String reason(Standing standing) {
    return switch (standing) {
      case PAUSED -> "The job was paused.";
      case DISMISSED -> "The job was dismissed.";
      case OVER_RUN_LIMIT -> TOO_LONG;
      case HELD, LOST -> "The server has lost the job.";
    };
  }
}
