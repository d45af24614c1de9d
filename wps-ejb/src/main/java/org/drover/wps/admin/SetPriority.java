package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobList;
import org.drover.wps.security.Caller;

/** Lets a job overtake others of its queue, or lets others overtake it. */
@ApplicationScoped
public class SetPriority {

  /** Priorities go from this below 0 to as much above. */
  public static final int MOST = 100;

  @Inject private GetJob getJob;
  @Inject private JobList jobs;
  @Inject private Forecasts forecasts;

  /**
   * Sets the priority of a job that has not ended.
   *
   * @throws WpsException FORBIDDEN for those who do not administer; NO_SUCH_JOB; WRONG_STATE if it
   *     has ended
   */
  public void set(JobId id, int priority, Caller caller) {
    Administrators.require(caller);
    String queue = getJob.get(id, caller).job().queue();
    if (!jobs.setPriority(id, priority)) {
      throw new WpsException(
          Fault.WRONG_STATE, id.toString(), "The job has ended; its priority means nothing.");
    }
    forecasts.forget(queue);
  }
}
