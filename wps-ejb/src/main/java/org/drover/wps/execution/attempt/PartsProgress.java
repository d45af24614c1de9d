package org.drover.wps.execution.attempt;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.drover.wps.job.Part;

/** How far the parts of an attempt are, as the threads that work on them tell. */
final class PartsProgress {

  private final AtomicReferenceArray<Double> shares;

  /**
   * @param parts all parts of the job, in order, as stored when the attempt began
   */
  PartsProgress(List<Part> parts) {
    shares = new AtomicReferenceArray<>(parts.size());
    for (int no = 0; no < parts.size(); no++) {
      shares.set(no, share(parts.get(no), parts.get(no).position()));
    }
  }

  /** Notes that so many items of a part are done. */
  void reached(Part part, long position) {
    shares.set(part.no(), share(part, position));
  }

  /** A part whose size is not known counts nothing before it is done. */
  private static double share(Part part, long position) {
    if (part.done()) {
      return 1;
    }
    return part.total() > 0 ? Math.min(1, (double) position / part.total()) : 0;
  }

  /** Percent done over all parts, by items. */
  int percent() {
    double sum = 0;
    for (int no = 0; no < shares.length(); no++) {
      sum += shares.get(no);
    }
    return (int) (100 * sum / Math.max(1, shares.length()));
  }
}
