package org.drover.wps.web.ows;

import static org.drover.wps.web.ows.Namespace.DROVER;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.MathContext;
import org.drover.wps.execution.JobEstimate;
import org.drover.wps.execution.forecast.SeenRuns;

/** Writes the answer to a dry run, which no standard has a document for. */
public final class EstimateWriter {

  private final XmlOut xml;

  private EstimateWriter(XmlOut xml) {
    this.xml = xml;
  }

  public static void answer(HttpServletResponse response, JobEstimate estimate) {
    response.setContentType(ResponseHeaders.XML);
    Reply reply = new Reply(response);
    new EstimateWriter(new XmlOut(reply)).write(estimate);
    reply.close();
  }

  /** Elements for which there is no figure are left out. Times are UTC, durations seconds. */
  private void write(JobEstimate estimate) {
    xml.root(DROVER, "Estimate", DROVER);
    xml.element(DROVER, "Process", estimate.process().id());
    xml.element(DROVER, "Mode", estimate.queue().isPresent() ? "async" : "sync");
    estimate.queue().ifPresent(it -> xml.element(DROVER, "Queue", it));
    estimate.seconds().ifPresent(it -> xml.element(DROVER, "Seconds", figure(it)));
    estimate
        .estimate()
        .ifPresent(it -> xml.element(DROVER, "EstimateOfProcess", figure(it.seconds())));
    estimate
        .estimate()
        .ifPresent(it -> it.bytes().ifPresent(b -> xml.element(DROVER, "Bytes", Long.toString(b))));
    writeSeen(estimate.seen());
    estimate
        .outlook()
        .place()
        .ifPresent(it -> xml.element(DROVER, "JobsBefore", Long.toString(it)));
    estimate.outlook().start().ifPresent(it -> xml.element(DROVER, "Start", it.toString()));
    estimate.outlook().end().ifPresent(it -> xml.element(DROVER, "End", it.toString()));
    xml.close().end();
  }

  private void writeSeen(SeenRuns seen) {
    xml.open(DROVER, "EarlierRuns").attribute("count", Integer.toString(seen.runs()));
    if (seen.runs() > 0) {
      xml.attribute("median", figure(seen.median()));
      xml.attribute("low", figure(seen.low())).attribute("high", figure(seen.high()));
    }
    xml.close();
  }

  private static String figure(double seconds) {
    return new BigDecimal(seconds).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
