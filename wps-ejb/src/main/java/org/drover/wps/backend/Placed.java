package org.drover.wps.backend;

/** The body of a process that has a program run, and knows on which engine. */
public interface Placed {

  /** Name of the backend its work is done on when it waits in a queue. */
  String backend(String queue);
}
