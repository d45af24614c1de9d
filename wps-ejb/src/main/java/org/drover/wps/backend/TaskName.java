package org.drover.wps.backend;

/**
 * Names one submission of one part of a job, for ever: whoever looks for it finds this one or none.
 *
 * @param job identifier of the job, or of a run without one
 * @param part number of the part; 0 for work that has no parts
 * @param run how many times this part has been submitted before, and one
 */
public record TaskName(String job, int part, int run) {

  /** What all tasks of Drover begin with in the lists of an engine. */
  public static final String PREFIX = "drover-";

  /** Name of the array a scheduler makes of the parts submitted together. */
  public String array() {
    return PREFIX + job + "-" + run;
  }

  @Override
  public String toString() {
    return array() + "-" + part;
  }
}
