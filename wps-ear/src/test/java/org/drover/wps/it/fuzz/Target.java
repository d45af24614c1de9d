package org.drover.wps.it.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes an address of what mutations have left of one: what a client could not send is encoded. */
final class Target {

  private static final String ALLOWED = "/?&=:@,;.-_~!$'()*+%";
  private static final int LONGEST = 6000;

  private Target() {}

  static String legal(String spoilt) {
    StringBuilder legal = new StringBuilder("/");
    byte[] bytes = spoilt.getBytes(UTF_8);
    int from = bytes.length > 0 && bytes[0] == '/' ? 1 : 0;
    for (int i = from; i < bytes.length && legal.length() < LONGEST; i++) {
      append(legal, bytes, i);
    }
    return legal.toString().replaceFirst("^/+", "/").replaceFirst("%[0-9A-Fa-f]?$", "");
  }

  private static void append(StringBuilder legal, byte[] bytes, int i) {
    char c = (char) (bytes[i] & 0xFF);
    boolean plain = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
    if (plain && (c != '%' || isEscape(bytes, i))) {
      legal.append(c);
    } else {
      legal.append('%').append(String.format("%02X", (int) c));
    }
  }

  private static boolean isEscape(byte[] bytes, int i) {
    return i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
  }

  private static boolean isHex(byte b) {
    return Character.digit((char) b, 16) >= 0;
  }
}
