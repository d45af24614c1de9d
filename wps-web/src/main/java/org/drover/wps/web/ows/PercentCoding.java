package org.drover.wps.web.ows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Undoes the percent-encoding of URLs (RFC 3986 §2.1) once, as strict UTF-8. */
public final class PercentCoding {

  private PercentCoding() {}

  /**
   * Decodes a piece of a query, where {@code +} is a space.
   *
   * @return empty when an escape is malformed or the octets are not UTF-8
   */
  public static Optional<String> decodeQuery(String encoded) {
    return decode(encoded.replace('+', ' '));
  }

  /** Decodes escapes alone; {@code +} stays. */
  public static Optional<String> decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return Optional.of(encoded);
    }
    byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        bytes[length++] = bytes[i];
        continue;
      }
      int value = i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
      if (value < 0) {
        return Optional.empty();
      }
      bytes[length++] = (byte) value;
      i += 2;
    }
    return utf8(ByteBuffer.wrap(bytes, 0, length));
  }

  private static int octet(byte high, byte low) {
    int left = Character.digit(high, 16);
    int right = Character.digit(low, 16);
    return left < 0 || right < 0 ? -1 : left << 4 | right;
  }

  private static Optional<String> utf8(ByteBuffer bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
