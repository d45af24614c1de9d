package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.WPS20;
import static org.drover.wps.web.ows.Namespace.XSI;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.drover.wps.execution.JobView;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobStatus;
import org.drover.wps.web.ows.Reply;
import org.drover.wps.web.ows.ResponseHeaders;
import org.drover.wps.web.ows.XmlOut;

/** Writes wps:StatusInfo (14-065r2 §9.5): the one place where job states become those of 2.0. */
final class StatusInfoWriter {

  private final XmlOut xml;
  private final Instant now;

  private StatusInfoWriter(XmlOut xml, Instant now) {
    this.xml = xml;
    this.now = now;
  }

  /** Answers with where the job stands. */
  static void answer(HttpServletResponse response, JobView view, Instant now) {
    answer(response, view, status(view.job().status()), now);
  }

  /**
   * Answers that the job is accepted: that is what a valid Execute gets, even if its job has begun
   * or ended since (14-065r2 req. execute/response/status-info-status).
   */
  static void answerAccepted(HttpServletResponse response, JobView view, Instant now) {
    answer(response, view, "Accepted", now);
  }

  private static void answer(
      HttpServletResponse response, JobView view, String status, Instant now) {
    ResponseHeaders.forbidStoring(response);
    response.setContentType(ResponseHeaders.XML);
    Reply reply = new Reply(response);
    new StatusInfoWriter(new XmlOut(reply), now).write(view, status);
    reply.close();
  }

  private static String status(JobStatus status) {
    return switch (status) {
      case ACCEPTED -> "Accepted";
      case RUNNING -> "Running";
      case PAUSED -> "Paused";
      case SUCCEEDED -> "Succeeded";
      case FAILED -> "Failed";
      case DISMISSED -> "Dismissed";
    };
  }

  private void write(JobView view, String status) {
    Job job = view.job();
    xml.root(WPS20, "StatusInfo", WPS20, XSI);
    xml.attribute(XSI, "schemaLocation", Wps20.SCHEMA_LOCATION);
    xml.element(WPS20, "JobID", job.id().toString());
    xml.element(WPS20, "Status", status);
    if (job.status() != JobStatus.DISMISSED) {
      time("ExpirationDate", job.expires());
      time("EstimatedCompletion", view.eta().filter(it -> it.isAfter(now)));
      time("NextPoll", NextPoll.of(view, now));
      int percent = job.status() == JobStatus.SUCCEEDED ? 100 : job.percent();
      xml.element(WPS20, "PercentCompleted", Integer.toString(percent));
    }
    xml.close().end();
  }

  private void time(String element, Optional<Instant> time) {
    time.ifPresent(it -> xml.element(WPS20, element, Times.text(it)));
  }
}
