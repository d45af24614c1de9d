package org.drover.wps.worker.folder;

import java.util.Optional;

/**
 * Where a part can be gone on with.
 *
 * @param position number of items done
 * @param state folded state after them, as JSON; empty for features
 * @param length of the file with the features of these items; 0 when there is none
 */
public record WorkCheckpoint(long position, Optional<String> state, long length) {

  /** Where each part begins. */
  public static final WorkCheckpoint START = new WorkCheckpoint(0, Optional.empty(), 0);
}
