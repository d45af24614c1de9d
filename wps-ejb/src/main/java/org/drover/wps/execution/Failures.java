package org.drover.wps.execution;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.data.StorageFailure;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;

/** Tells what a client may know of whatever a run threw. */
final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /**
   * What the client is told. A defect is logged under a number, and the client gets the number.
   *
   * @param what names the run in the log
   */
  static WpsException explain(Throwable thrown, String what) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      Optional<WpsException> known = known(each);
      if (known.isPresent()) {
        return known.get();
      }
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.ERROR, "Failure " + number + " of " + what, thrown);
    return new WpsException(
        Fault.INTERNAL,
        "The process failed for a reason it did not foresee. The server's log knows it as "
            + number
            + ".");
  }

  private static Optional<WpsException> known(Throwable thrown) {
    if (thrown instanceof WpsException wps) {
      return Optional.of(wps);
    }
    if (thrown instanceof InvalidInputException invalid) {
      return Optional.of(
          new WpsException(
              Fault.INVALID_INPUT, invalid.input(), String.valueOf(invalid.getMessage()), invalid));
    }
    if (thrown instanceof MalformedDataException malformed) {
      return Optional.of(
          new WpsException(
              Fault.INVALID_INPUT, null, String.valueOf(malformed.getMessage()), malformed));
    }
    if (thrown instanceof ProcessFailedException failed) {
      return Optional.of(
          new WpsException(
              Fault.PROCESS_FAILED, null, String.valueOf(failed.getMessage()), failed));
    }
    if (thrown instanceof StoppedException stopped) {
      return Optional.of(
          new WpsException(Fault.DISMISSED, null, String.valueOf(stopped.getMessage()), stopped));
    }
    if (thrown instanceof IOException io && StorageFailure.isDiskFull(io)) {
      return Optional.of(StorageFailure.explain(io));
    }
    return Optional.empty();
  }
}
