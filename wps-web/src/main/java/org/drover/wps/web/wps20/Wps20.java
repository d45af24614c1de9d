package org.drover.wps.web.wps20;

import org.drover.wps.outbox.JobLinks;
import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.WpsSchema;

/** Fixed words of WPS 2.0.2, whose documents all say 2.0.0 (14-065r2 §7.2). */
final class Wps20 {

  static final String VERSION = "2.0.0";

  static final WpsSchema SCHEMA = new WpsSchema(VERSION, Namespace.WPS20, Namespace.OWS20);

  /** Path of this version below the public address. */
  static final String PATH = "/wps/2.0.0";

  /** Schema of all its documents. */
  static final String SCHEMA_LOCATION =
      Namespace.WPS20.uri() + " http://schemas.opengis.net/wps/2.0/wps.xsd";

  private Wps20() {}

  /** Where a job is looked at. */
  static JobLinks links(String base) {
    String job = "&jobid=" + JobLinks.JOB;
    String address = base + PATH + "?service=WPS&version=" + VERSION + "&request=";
    return new JobLinks(address + "GetStatus" + job, address + "GetResult" + job);
  }
}
