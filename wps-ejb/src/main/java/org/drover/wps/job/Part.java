package org.drover.wps.job;

import java.util.Optional;

/**
 * A slice of a job, as its row tells: the checkpoint to go on from.
 *
 * @param definition the plan's part record, JSON
 * @param total number of items, -1 when not known
 * @param position items done
 * @param state folded state, JSON
 * @param file the features written so far
 */
public record Part(
    JobId job,
    int no,
    String definition,
    long total,
    long position,
    Optional<String> state,
    PartFile file,
    boolean done) {
  /** The same part further on. */
  public Part at(long newPosition, Optional<String> newState, PartFile newFile, boolean isDone) {
    return new Part(job, no, definition, total, newPosition, newState, newFile, isDone);
  }
}
