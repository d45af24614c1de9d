package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Arrays;

/** ASCII text being written, mostly numbers. Grows, and is used again and again. */
final class TextBuffer {

  private static final double SCALE = 1e9;
  private static final int SCALE_DIGITS = 9;
  private static final double LARGEST_SCALED = 1e15;
  private static final int LONGEST_NUMBER = 32;

  private char[] chars = new char[8192];
  private int length;

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  TextBuffer append(char c) {
    reserve(1);
    chars[length++] = c;
    return this;
  }

  TextBuffer append(String text) {
    reserve(text.length());
    text.getChars(0, text.length(), chars, length);
    length += text.length();
    return this;
  }

  private void reserve(int more) {
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
    }
  }

  /** Appends the shortest decimal that reads back as the same number; without a useless ".0". */
  TextBuffer append(double value) {
    reserve(LONGEST_NUMBER);
    double scaled = value * SCALE;
    if (Math.abs(scaled) < LARGEST_SCALED) {
      long whole = Math.round(scaled);
      // Fifteen digits that divide back to the value are its shortest form; most data is so.
      if (whole / SCALE == value) {
        appendScaled(whole);
        return this;
      }
    }
    String text = NumberOutput.toString(value, true);
    return append(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  private void appendScaled(long scaled) {
    if (scaled < 0) {
      chars[length++] = '-';
    }
    long magnitude = Math.abs(scaled);
    long fraction = magnitude % (long) SCALE;
    appendDigits(magnitude / (long) SCALE);
    if (fraction != 0) {
      chars[length++] = '.';
      appendFraction((int) fraction);
    }
  }

  private void appendDigits(long whole) {
    int digits = 1;
    for (long rest = whole / 10; rest != 0; rest /= 10) {
      digits++;
    }
    long rest = whole;
    for (int at = length + digits - 1; at >= length; at--) {
      chars[at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  private void appendFraction(int fraction) {
    int rest = fraction;
    int digits = SCALE_DIGITS;
    while (rest % 10 == 0) {
      rest /= 10;
      digits--;
    }
    for (int at = length + digits - 1; at >= length; at--) {
      chars[at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }
}
