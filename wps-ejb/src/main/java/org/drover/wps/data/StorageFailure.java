package org.drover.wps.data;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/** Tells what a client may know when the server's disk does not take what is written to it. */
public final class StorageFailure {

  /** What Linux says of a disk that takes nothing, or is not there. */
  private static final List<String> AWAY =
      List.of(
          "read-only file system",
          "input/output error",
          "stale file handle",
          "transport endpoint is not connected",
          "no such device");

  private StorageFailure() {}

  /** Whether the server's disk is to blame, and not what was to be written to it. */
  public static boolean isOfTheDisk(IOException failure) {
    return isDiskFull(failure) || AWAY.stream().anyMatch(message(failure)::contains);
  }

  /**
   * Whether there is no room left for this server's files: on the disk, in a quota, or by a limit
   * on files.
   */
  public static boolean isDiskFull(IOException failure) {
    String message = message(failure);
    return message.contains("no space left")
        || message.contains("quota exceeded")
        || message.contains("file too large");
  }

  private static String message(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
  }

  /**
   * Why something could not be written: NOT_ENOUGH_STORAGE when the disk is full, UNAVAILABLE
   * otherwise.
   */
  public static WpsException explain(IOException failure) {
    return isDiskFull(failure)
        ? new WpsException(
            Fault.NOT_ENOUGH_STORAGE, null, "The server's disk is full. Try again later.", failure)
        : new WpsException(
            Fault.UNAVAILABLE,
            null,
            "The server cannot write to its disk. Try again later.",
            failure);
  }
}
