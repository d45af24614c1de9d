package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.config.Setting;
import org.drover.wps.job.JobList;
import org.drover.wps.job.JobPage;
import org.drover.wps.job.JobQuery;
import org.drover.wps.security.Caller;

/** Lists the jobs a caller has made, through whichever protocol (18-062r2 §12). */
@UseCase
@ApplicationScoped
public class ListOwnJobs {

  /**
   * Whether callers who do not say who they are see each other's jobs in a list. They share one
   * owner, so without it each knows only the jobs whose addresses it was told.
   */
  public static final Setting<Boolean> OF_ANONYMOUS =
      Setting.flag("drover.anonymous.list-jobs", false);

  @Inject private JobList jobs;

  /** The caller's own jobs, also of one who administers. */
  public JobPage list(JobQuery query, Caller caller) {
    if (caller.isAnonymous() && !OF_ANONYMOUS.get()) {
      return JobPage.EMPTY;
    }
    return JobPage.of(jobs, query.ofOwner(caller.name()));
  }
}
