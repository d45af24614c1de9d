package org.drover.wps.web.wps10;

import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.WpsSchema;

/** Fixed words of WPS 1.0.0. */
final class Wps10 {

  static final String VERSION = "1.0.0";

  static final WpsSchema SCHEMA = new WpsSchema(VERSION, Namespace.WPS10, Namespace.OWS11);

  /** Path of this version below the public address. */
  static final String PATH = "/wps/1.0.0";

  /** Path of status documents below {@link #PATH}. */
  static final String STATUS = "/status";

  /** Key of {@code ExecuteRequest.notes}: whether the response repeats inputs and outputs. */
  static final String LINEAGE = "lineage";

  /** Key of {@code ExecuteRequest.notes}: language of the response. */
  static final String LANGUAGE = "language";

  /** Key of {@code ExecuteRequest.notes}: number of inputs received; the core adds defaults. */
  static final String INPUTS = "inputs";

  private Wps10() {}
}
