package org.drover.wps.web.ows;

/** What clients know of the state of the catalogue (06-121r3 §7.3.4). */
public final class UpdateSequences {

  private UpdateSequences() {}

  /** A client cannot know a later state than there is. */
  public static void requireNotAhead(String known, long sequence) {
    if (known.matches("[0-9]{1,18}") && Long.parseLong(known) > sequence) {
      throw new OwsException(
          new OwsError(
              "InvalidUpdateSequence",
              null,
              "The updateSequence is greater than the current one, " + sequence + ".",
              400));
    }
  }
}
