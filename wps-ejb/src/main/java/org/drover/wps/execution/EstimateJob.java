package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.drover.wps.execution.forecast.Estimates;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.execution.forecast.Outlook;
import org.drover.wps.execution.forecast.RunTimes;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.job.JobId;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.queue.QueueLine;
import org.drover.wps.security.Caller;

/** Tells what an Execute would cost: all is checked as for a job, nothing is run or stored. */
@UseCase
@ApplicationScoped
public class EstimateJob {

  @Inject private Execute execute;
  @Inject private Estimates estimates;
  @Inject private RunTimes runTimes;
  @Inject private Forecasts forecasts;
  @Inject private QueueRoom room;

  /**
   * Estimates.
   *
   * @throws org.drover.wps.error.WpsException if the same request would not be accepted now
   */
  public JobEstimate estimate(ExecuteRequest request, Caller caller) {
    Execute.Checked checked = execute.check(request, caller);
    ProcessDescription process = checked.offering().description();
    Optional<Estimate> estimate = estimates.of(checked.offering(), checked.request().inputs());
    QueueLine.Load load = Forecasts.load(process.id(), estimate);
    String queue = Estimates.queue(process, estimate);
    boolean asJob = checked.mode() == Mode.ASYNC;
    Outlook outlook =
        asJob
            ? ofJob(queue, caller, checked.request().priority(), load)
            : forecasts.ofRunNow(queue, load);
    return new JobEstimate(
        process,
        Optional.of(queue).filter(it -> asJob),
        estimate,
        runTimes.of(process.id()),
        runTimes.expected(load),
        outlook);
  }

  private Outlook ofJob(String queue, Caller caller, int priority, QueueLine.Load load) {
    room.take(queue, caller.name()).close();
    return forecasts
        .of(queue)
        .of(new QueueLine.Waiting(JobId.create(), caller.name(), priority, 0, load));
  }
}
