package org.drover.wps.execution.request;

import java.nio.file.Path;

/**
 * The folder in which the large inputs of one request lie until it is answered or its job is
 * accepted. It is made when first written to. Whoever opens it closes it.
 */
public interface Intake extends AutoCloseable {

  /** A file for the next large input; its folder need not exist yet. */
  Path nextFile();

  /** Removes what was not taken over by a job. */
  @Override
  void close();
}
