package org.drover.wps.web.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110 §14).
 *
 * @param first offset of the first byte
 * @param count number of bytes; 0 when the range cannot be satisfied
 */
record ByteRange(long first, long count) {

  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /**
   * The single range a header asks for. Several ranges, other units and nonsense count as none, as
   * §14.2 allows.
   *
   * @param header null when absent
   */
  static Optional<ByteRange> of(String header, long length) {
    Matcher matcher = ONE.matcher(header == null ? "" : header.replace(" ", ""));
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long suffix = Math.min(length, Long.parseLong(matcher.group(2)));
      return Optional.of(new ByteRange(length - suffix, suffix));
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
    if (last < first && !matcher.group(2).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.max(0, Math.min(last, length - 1) - first + 1)));
  }

  boolean isSatisfiable() {
    return count > 0;
  }

  String contentRange(long length) {
    return isSatisfiable()
        ? "bytes " + first + "-" + (first + count - 1) + "/" + length
        : "bytes */" + length;
  }
}
