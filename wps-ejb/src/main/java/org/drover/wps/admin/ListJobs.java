package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.JobList;
import org.drover.wps.job.JobPage;
import org.drover.wps.job.JobQuery;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;

/** Lists jobs: everybody's for those who administer, for others their own. */
@ApplicationScoped
public class ListJobs {

  @Inject private JobList jobs;

  /**
   * The jobs the caller may see. Those of callers who have not said who they are share one owner,
   * and are known only to whoever has their addresses.
   *
   * @throws WpsException NOT_AUTHENTICATED for such a caller
   */
  public JobPage list(JobQuery query, Caller caller) {
    if (caller.isAnonymous() && !caller.holds(Roles.ADMINISTER)) {
      throw new WpsException(Fault.NOT_AUTHENTICATED, "Log in to see a list of your jobs.");
    }
    JobQuery visible = caller.holds(Roles.ADMINISTER) ? query : query.ofOwner(caller.name());
    return JobPage.of(jobs, visible);
  }
}
