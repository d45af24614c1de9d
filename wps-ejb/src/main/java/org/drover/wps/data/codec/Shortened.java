package org.drover.wps.data.codec;

/** Values of clients as they appear in messages: short, and on one line. */
public final class Shortened {

  private static final int LONGEST = 60;

  private Shortened() {}

  /** The text itself, or its beginning; control characters are replaced. */
  public static String text(String value) {
    String begin = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    return begin.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", "\uFFFD");
  }
}
