package org.drover.wps.web.ows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.drover.wps.execution.forecast.Outlook;

/** Says what can be expected of a job, for the text of its status. */
public final class OutlookText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private OutlookText() {}

  /**
   * Of a job that waits.
   *
   * @param told why it waits for another attempt; empty before the first
   */
  public static String ofWaiting(Outlook outlook, String queue, String told) {
    String why = told.isEmpty() ? "" : told.replaceFirst("([^.])$", "$1.") + " ";
    return why + place(outlook, queue) + times(outlook);
  }

  private static String place(Outlook outlook, String queue) {
    if (outlook.place().isEmpty()) {
      return "The job waits in the queue '" + queue + "'.";
    }
    long before = outlook.place().getAsLong();
    if (before == 0) {
      return "The job is the next in the queue '" + queue + "'.";
    }
    if (outlook.more()) {
      return "There are more than " + before + " jobs before yours in the queue '" + queue + "'.";
    }
    return before == 1
        ? "There is 1 job before yours in the queue '" + queue + "'."
        : "There are " + before + " jobs before yours in the queue '" + queue + "'.";
  }

  private static String times(Outlook outlook) {
    String start =
        outlook.start().map(it -> " It is expected to begin about " + time(it)).orElse("");
    String end = outlook.end().map(it -> " and to end about " + time(it)).orElse("");
    return start.isEmpty() ? "" : start + end + ".";
  }

  /**
   * Of a job that runs.
   *
   * @param told what its process says
   */
  public static String ofRunning(Outlook outlook, String told) {
    String end =
        outlook.end().map(it -> "It is expected to end about " + time(it) + ".").orElse("");
    return told.isEmpty() || end.isEmpty() ? told + end : told + " – " + end;
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
