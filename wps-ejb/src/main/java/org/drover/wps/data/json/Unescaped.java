package org.drover.wps.data.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.drover.wps.data.Content;
import org.drover.wps.data.Spool;

/** Undoes the escapes of a JSON string (RFC 8259 §7) that comes in pieces. */
final class Unescaped {

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";
  private static final int HEX_DIGITS = 4;
  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  private final Spool out;
  private boolean escaped;
  private int digitsLeft;
  private int unit;
  private char high;

  Unescaped(Spool out) {
    this.out = out;
  }

  void write(byte[] bytes, int offset, int count) throws IOException {
    int from = offset;
    for (int i = offset; i < offset + count; i++) {
      boolean plain = !escaped && digitsLeft == 0 && bytes[i] != '\\';
      if (plain && high == 0) {
        requirePrintable(bytes[i]);
        continue;
      }
      out.write(bytes, from, i - from);
      from = i + 1;
      if (plain) {
        requirePrintable(bytes[i]);
        settle();
        from = i;
      } else {
        special(bytes[i]);
      }
    }
    out.write(bytes, from, offset + count - from);
  }

  private static void requirePrintable(byte b) throws IOException {
    if (b >= 0 && b < ' ') {
      throw LongStrings.malformed("A control character in a string must be escaped.");
    }
  }

  private void special(byte b) throws IOException {
    if (digitsLeft > 0) {
      hex(b);
    } else if (!escaped) {
      escaped = true;
    } else if (b == 'u') {
      escaped = false;
      digitsLeft = HEX_DIGITS;
      unit = 0;
    } else {
      escaped = false;
      settle();
      int known = ESCAPES.indexOf(b);
      if (known < 0) {
        throw LongStrings.malformed("There is no escape \\" + (char) b + " in JSON.");
      }
      out.write(MEANINGS.charAt(known));
    }
  }

  private void hex(byte b) throws IOException {
    int digit = Character.digit(b, 16);
    if (digit < 0) {
      throw LongStrings.malformed("\\u is followed by four hexadecimal digits.");
    }
    unit = unit << 4 | digit;
    if (--digitsLeft == 0) {
      unit((char) unit);
    }
  }

  private void unit(char c) {
    if (Character.isLowSurrogate(c) && high != 0) {
      emit(new String(new char[] {high, c}));
      high = 0;
      return;
    }
    settle();
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (Character.isLowSurrogate(c)) {
      out.write(REPLACEMENT, 0, REPLACEMENT.length);
    } else {
      emit(String.valueOf(c));
    }
  }

  /** A first half of a pair without its second stands for nothing. */
  private void settle() {
    if (high != 0) {
      out.write(REPLACEMENT, 0, REPLACEMENT.length);
      high = 0;
    }
  }

  private void emit(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
  }

  /** The text, once the string has ended. */
  Content finish() {
    settle();
    out.close();
    return out.content();
  }
}
