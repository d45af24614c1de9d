package org.drover.wps.worker.folder;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;

/** Literal values as text with the name of their class, so that they come back the same. */
final class LiteralText {

  private static final Map<String, Function<String, Object>> READERS =
      Map.ofEntries(
          Map.entry("String", it -> it),
          Map.entry("Boolean", Boolean::valueOf),
          Map.entry("Integer", Integer::valueOf),
          Map.entry("Long", Long::valueOf),
          Map.entry("BigInteger", BigInteger::new),
          Map.entry("Float", Float::valueOf),
          Map.entry("Double", Double::valueOf),
          Map.entry("BigDecimal", BigDecimal::new),
          Map.entry("LocalDate", LocalDate::parse),
          Map.entry("OffsetDateTime", OffsetDateTime::parse),
          Map.entry("LocalTime", LocalTime::parse),
          Map.entry("Duration", Duration::parse),
          Map.entry("URI", URI::create));

  private LiteralText() {}

  /** What the class of a value is called here; constants are text. */
  static String name(Object value) {
    if (value instanceof Enum<?>) {
      return "String";
    }
    String name = value.getClass().getSimpleName();
    if (!READERS.containsKey(name)) {
      throw new IllegalArgumentException("a " + value.getClass().getName() + " is no literal");
    }
    return name;
  }

  static String write(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  static boolean isName(String name) {
    return READERS.containsKey(name);
  }

  static Object read(String name, String text) throws IOException {
    try {
      return READERS.get(name).apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("'" + text + "' is no " + name, e);
    }
  }
}
