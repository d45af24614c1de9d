package org.drover.wps.data.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.process.describe.LiteralType;

/** Literals in the lexical form of XML Schema part 2, and as Java values. */
public final class LiteralCodec {

  private static final int LONGEST_NUMBER = 1_000;
  private static final String ZONE = "(Z|[+-]\\d\\d:\\d\\d)";
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern FLOATING =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern DURATION =
      Pattern.compile("-?P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
  // The last moment of a day may be written as 24:00:00 (XML Schema part 2 §3.2.7.1).
  private static final Pattern DAYS_END = Pattern.compile("(.*)T24:00:00(?:\\.0+)?" + ZONE);
  private static final Pattern MIDNIGHT = Pattern.compile("^24:00:00(?:\\.0+)?$");
  private static final Pattern WHITE = Pattern.compile("[ \\t\\r\\n]+");

  private LiteralCodec() {}

  /**
   * Reads a value. White space around it does not count, except in strings. A time without a zone
   * is taken as UTC; the zone of a date or a time of day is left out.
   *
   * @return an object of the type's Java class
   * @throws MalformedDataException if the text is not in the lexical space of the type
   */
  public static Object parse(LiteralType type, String text) {
    if (type == LiteralType.STRING) {
      return text;
    }
    String value = collapse(text);
    try {
      return parseCollapsed(type, value);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw refusal(type, value, e);
    }
  }

  private static Object parseCollapsed(LiteralType type, String value) {
    return switch (type) {
      case STRING -> value;
      case BOOLEAN -> parseBoolean(value);
      case INT -> integer(value).intValueExact();
      case LONG -> integer(value).longValueExact();
      case INTEGER -> integer(value);
      case FLOAT -> parseFloat(value);
      case DOUBLE -> parseDouble(value);
      case DECIMAL -> new BigDecimal(require(DECIMAL, value));
      case DATE -> LocalDate.parse(unzoned(value));
      case DATE_TIME -> parseDateTime(value);
      case TIME -> LocalTime.parse(MIDNIGHT.matcher(unzoned(value)).replaceFirst("00:00:00"));
      case DURATION -> Duration.parse(require(DURATION, value));
      case ANY_URI -> parseUri(value);
    };
  }

  private static OffsetDateTime parseDateTime(String value) {
    String zoned = value.matches(".*T.*" + ZONE) ? value : value + "Z";
    Matcher midnight = DAYS_END.matcher(zoned);
    return midnight.matches()
        ? OffsetDateTime.parse(midnight.group(1) + "T00:00:00" + midnight.group(2)).plusDays(1)
        : OffsetDateTime.parse(zoned);
  }

  private static String unzoned(String value) {
    return value.replaceFirst(ZONE + "$", "");
  }

  private static Boolean parseBoolean(String value) {
    return switch (value) {
      case "true", "1" -> Boolean.TRUE;
      case "false", "0" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException();
    };
  }

  private static BigInteger integer(String value) {
    return new BigInteger(require(INTEGER, value));
  }

  private static Double parseDouble(String value) {
    return switch (value) {
      case "INF", "+INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> Double.valueOf(require(FLOATING, value));
    };
  }

  private static Float parseFloat(String value) {
    return switch (value) {
      case "INF", "+INF", "-INF", "NaN" -> parseDouble(value).floatValue();
      default -> Float.valueOf(require(FLOATING, value));
    };
  }

  private static URI parseUri(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String require(Pattern form, String value) {
    if (value.length() > LONGEST_NUMBER || !form.matcher(value).matches()) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  private static MalformedDataException refusal(LiteralType type, String value, Exception cause) {
    return new MalformedDataException(
        "'" + Shortened.text(value) + "' is not " + expectation(type) + ".", cause);
  }

  private static String expectation(LiteralType type) {
    return switch (type) {
      case STRING -> "a string";
      case BOOLEAN -> "a boolean: true, false, 1 or 0";
      case INT -> "an integer between -2147483648 and 2147483647";
      case LONG -> "an integer between -9223372036854775808 and 9223372036854775807";
      case INTEGER -> "an integer such as 42";
      case FLOAT, DOUBLE -> "a number such as 12.5 or 1e3 (or INF, -INF, NaN)";
      case DECIMAL -> "a decimal number such as 12.5";
      case DATE -> "a date such as 2026-01-31";
      case DATE_TIME -> "a date and time such as 2026-01-31T12:00:00Z";
      case TIME -> "a time such as 12:00:00";
      case DURATION -> "a duration in days or less such as P1DT2H30M";
      case ANY_URI -> "a URI";
    };
  }

  /**
   * A number as a value of a numeric type.
   *
   * @throws MalformedDataException if the type has whole numbers only and this is none
   */
  public static Object ofNumber(LiteralType type, double number) {
    return switch (type) {
      case DOUBLE -> number;
      case FLOAT -> (float) number;
      case DECIMAL -> BigDecimal.valueOf(number);
      default -> parse(type, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    };
  }

  /** White space collapsed as XML Schema part 2 §4.3.6 says. */
  public static String collapse(String text) {
    return WHITE.matcher(text).replaceAll(" ").strip();
  }

  /**
   * Writes a value in lexical form.
   *
   * @param value an object of the type's Java class, or any number where the type is a number; an
   *     enum constant where it is a string
   */
  public static String format(LiteralType type, Object value) {
    if (value instanceof Double || value instanceof Float) {
      return formatFloating((Number) value);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof OffsetDateTime time) {
      return formatDateTime(time);
    }
    if (value instanceof LocalTime time) {
      return withSeconds(time.toString());
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  private static String formatFloating(Number number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    return number.toString();
  }

  private static String formatDateTime(OffsetDateTime time) {
    return time.toLocalDate() + "T" + withSeconds(time.toLocalTime().toString()) + time.getOffset();
  }

  /** XML Schema always has seconds; Java leaves them out when they are zero. */
  private static String withSeconds(String time) {
    return time.length() == "12:00".length() ? time + ":00" : time;
  }
}
