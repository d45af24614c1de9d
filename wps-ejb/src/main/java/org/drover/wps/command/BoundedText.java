package org.drover.wps.command;

/**
 * Text that can be looked at so often and no more: matching some patterns takes longer than anybody
 * would wait, and cannot be interrupted.
 */
final class BoundedText implements CharSequence {

  private static final int LOOKS = 1_000_000;

  private final String text;
  private int left = LOOKS;

  BoundedText(String text) {
    this.text = text;
  }

  /** Has been looked at too often. */
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public char charAt(int index) {
    if (left-- <= 0) {
      throw new ExhaustedException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
