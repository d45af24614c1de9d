package org.drover.wps.job.jpa;

/** Makes text from processes and clients fit for a column. */
final class RowText {

  private RowText() {}

  /**
   * The text, cut at a whole character if it is too long. NUL and halves of surrogate pairs, which
   * PostgreSQL does not take, become U+FFFD; null becomes the empty string.
   */
  static String fit(String text, int length) {
    if (text == null) {
      return "";
    }
    StringBuilder fit = new StringBuilder(Math.min(text.length(), length));
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      int kept = isStorable(character) ? character : 0xFFFD;
      boolean last = at >= text.length();
      if (fit.length() + Character.charCount(kept) > (last ? length : length - 1)) {
        return fit.append('…').toString();
      }
      fit.appendCodePoint(kept);
    }
    return fit.toString();
  }

  private static boolean isStorable(int character) {
    return character != 0 && !(character >= 0xD800 && character <= 0xDFFF);
  }
}
