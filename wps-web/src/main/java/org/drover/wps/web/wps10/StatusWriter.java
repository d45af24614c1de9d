package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.WPS10;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.drover.wps.execution.JobView;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.web.ows.ExceptionReportWriter;
import org.drover.wps.web.ows.OutlookText;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.XmlOut;

/** Writes wps:Status (05-007r7 §10.3.1): the one place where job states become those of 1.0.0. */
final class StatusWriter {

  private static final int MOST_PERCENT = 99;

  private final XmlOut xml;
  private final String language;

  StatusWriter(XmlOut xml, String language) {
    this.xml = xml;
    this.language = language;
  }

  void write(JobView view) {
    Job job = view.job();
    open(job.created());
    switch (job.status()) {
      case ACCEPTED ->
          xml.element(
              WPS10,
              "ProcessAccepted",
              OutlookText.ofWaiting(view.outlook(), job.queue(), job.message()));
      case RUNNING ->
          progress("ProcessStarted", job, OutlookText.ofRunning(view.outlook(), told(job, "")));
      case PAUSED -> progress("ProcessPaused", job, "The job is paused.");
      case SUCCEEDED -> xml.element(WPS10, "ProcessSucceeded", told(job, "The process succeeded."));
      case FAILED -> failed(job.failure().map(StatusWriter::error).orElseGet(() -> unknown(job)));
      case DISMISSED -> failed(dismissed());
    }
    xml.close();
  }

  void writeSucceeded(Instant created) {
    open(created);
    xml.element(WPS10, "ProcessSucceeded", "The process succeeded.");
    xml.close();
  }

  void writeFailed(Instant created, OwsError error) {
    open(created);
    failed(error);
    xml.close();
  }

  private void open(Instant created) {
    xml.open(WPS10, "Status");
    xml.attribute("creationTime", created.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private void progress(String state, Job job, String message) {
    int percent = Math.max(0, Math.min(MOST_PERCENT, job.percent()));
    xml.open(WPS10, state).attribute("percentCompleted", Integer.toString(percent));
    xml.text(message).close();
  }

  private static String told(Job job, String otherwise) {
    return job.message().isEmpty() ? otherwise : job.message();
  }

  private static OwsError error(JobFailure failure) {
    return ErrorMapper.map(failure.fault(), failure.locator().orElse(null), failure.message());
  }

  private static OwsError unknown(Job job) {
    return new OwsError("NoApplicableCode", null, told(job, "The process failed."), 500);
  }

  private static OwsError dismissed() {
    return new OwsError(
        "NoApplicableCode", null, "The job was dismissed; it has no outputs (any more).", 200);
  }

  private void failed(OwsError error) {
    xml.open(WPS10, "ProcessFailed");
    ExceptionReportWriter.writeElement(xml, error, Wps10.SCHEMA, language);
    xml.close();
  }
}
