package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.WPS20;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.XmlOut;

/** How a process can be executed: the properties of an offering (14-065r2 §9.3, §9.4). */
record Offer(ProcessDescription process) {

  /** Control option of processes whose jobs can be paused and resumed: an extension. */
  static final String PAUSE = "urn:drover:1.0:pause";

  /** What ows:VersionType allows. */
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d?\\d\\.\\d?\\d");

  /** Whether there can be a job, which keeps outputs and can be asked about. */
  boolean makesJobs() {
    return process.allows(JobControl.ASYNC_EXECUTE);
  }

  boolean dismisses() {
    return makesJobs() && process.allows(JobControl.DISMISS);
  }

  private void writeAttributes(XmlOut xml) {
    xml.attribute("jobControlOptions", String.join(" ", controls()));
    xml.attribute("outputTransmission", makesJobs() ? "value reference" : "value");
    if (VERSION.matcher(process.version()).matches()) {
      xml.attribute("processVersion", process.version());
    }
    xml.attribute("processModel", "native");
  }

  private List<String> controls() {
    List<String> controls = new ArrayList<>();
    if (process.allows(JobControl.SYNC_EXECUTE)) {
      controls.add("sync-execute");
    }
    if (makesJobs()) {
      controls.add("async-execute");
    }
    if (dismisses()) {
      controls.add("dismiss");
    }
    if (makesJobs()) {
      controls.add(PAUSE);
    }
    return controls;
  }

  /** Begins the element of an offering or a summary. */
  void open(XmlOut xml, String element) {
    xml.open(WPS20, element);
    writeAttributes(xml);
  }
}
