package org.drover.wps.execution.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.job.Part;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.worker.folder.WorkCheckpoint;

/** The job whose parts workers do, as an attempt at it sees them. */
public interface OutsideParts {

  ProcessDescription description();

  /** Class of the process. */
  Class<?> type();

  /** Values by identifier; they lie where they stay until the job ends. */
  Map<String, List<Object>> inputs();

  /** Items between two checkpoints. */
  int interval();

  TaskExecution execution();

  WorkerPrograms programs();

  /** The features a server has written for a part; empty when there are none. */
  Optional<Path> featuresOf(Part part);

  /** Notes that so many items of a part are done. */
  void reached(Part part, long position);

  /**
   * Takes over what a worker has left of a part that is done.
   *
   * @param features may be missing when the part writes none
   */
  void done(Part part, WorkCheckpoint end, Path features) throws IOException;
}
