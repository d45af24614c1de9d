package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.drover.wps.error.WpsException;
import org.drover.wps.queue.QueueFigures;
import org.drover.wps.queue.QueueReport;
import org.drover.wps.security.Caller;

/** Tells how busy the queues are. */
@ApplicationScoped
public class GetQueues {

  @Inject private QueueReport report;

  /**
   * The figures of each queue, over all nodes.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN for those who do not administer
   */
  public List<QueueFigures> get(Caller caller) {
    Administrators.require(caller);
    return report.figures();
  }
}
