package org.drover.wps.worker.folder;

import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.data.Format;

/**
 * What a worker is to do.
 *
 * @param format version of the folder's format
 * @param type class of the process; it has a constructor without parameters
 * @param inputs values as {@link ValueWriter} wrote them
 * @param formats which format the client wants complex outputs in, by output
 * @param part the part to be done; empty for the whole process
 */
public record WorkRequest(
    int format,
    String process,
    String version,
    String type,
    String inputs,
    Map<String, Format> formats,
    Optional<PartOrder> part) {

  /**
   * A part of a process with a plan.
   *
   * @param definition the part's record, as JSON
   * @param interval items between two checkpoints
   * @param from where to go on; its features are those of {@link WorkerFolder#before}
   */
  public record PartOrder(String definition, int interval, WorkCheckpoint from) {}
}
