package org.drover.wps.data.codec;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.LiteralType;

/** Whether a value is among the allowed values of a literal (06-121r3 §10.8.3). */
public final class AllowedCheck {

  private final LiteralType type;
  private final AllowedValues allowed;

  public AllowedCheck(LiteralType type, AllowedValues allowed) {
    this.type = type;
    this.allowed = allowed;
  }

  /** Whether a value, as {@link LiteralCodec#parse} gives it, is allowed. */
  public boolean allows(Object value) {
    if (allowed instanceof AllowedValues.OneOf some) {
      return some.values().stream().anyMatch(it -> isSame(it, value))
          || some.ranges().stream().anyMatch(it -> isWithin(it, value));
    }
    return true;
  }

  private boolean isSame(String lexical, Object value) {
    if (type == LiteralType.STRING) {
      return lexical.equals(value) || lexical.equals(LiteralCodec.collapse(value.toString()));
    }
    Object each = LiteralCodec.parse(type, lexical);
    return each.equals(value) || (isComparable(value) && compare(each, value) == 0);
  }

  private boolean isWithin(AllowedValues.Range range, Object value) {
    if (!isComparable(value)) {
      return isInfiniteWithin(range, value);
    }
    return range.minimum().map(it -> isAbove(it, range.minOpen(), value)).orElse(true)
        && range.maximum().map(it -> isBelow(it, range.maxOpen(), value)).orElse(true)
        && isOnStep(range, value);
  }

  /** An infinite value lies only in a range without a bound, or with an infinite one, there. */
  private boolean isInfiniteWithin(AllowedValues.Range range, Object value) {
    double number = ((Number) value).doubleValue();
    if (Double.isNaN(number) || range.spacing().isPresent()) {
      return false;
    }
    boolean aboveAll = number > 0;
    return (aboveAll ? range.maximum() : range.minimum())
        .map(it -> isSame(it, value) && !(aboveAll ? range.maxOpen() : range.minOpen()))
        .orElse(true);
  }

  private boolean isAbove(String minimum, boolean open, Object value) {
    Object bound = LiteralCodec.parse(type, minimum);
    if (!isComparable(bound)) {
      return true;
    }
    int order = compare(value, bound);
    return open ? order > 0 : order >= 0;
  }

  private boolean isBelow(String maximum, boolean open, Object value) {
    Object bound = LiteralCodec.parse(type, maximum);
    if (!isComparable(bound)) {
      return true;
    }
    int order = compare(value, bound);
    return open ? order < 0 : order <= 0;
  }

  private boolean isOnStep(AllowedValues.Range range, Object value) {
    if (range.spacing().isEmpty() || !type.isNumber()) {
      return true;
    }
    BigDecimal start = new BigDecimal(range.minimum().orElse("0"));
    BigDecimal step = new BigDecimal(range.spacing().get());
    return step.signum() == 0 || decimal(value).subtract(start).remainder(step).signum() == 0;
  }

  private static boolean isComparable(Object value) {
    return !(value instanceof Double || value instanceof Float)
        || Double.isFinite(((Number) value).doubleValue());
  }

  @SuppressWarnings("unchecked")
  private int compare(Object one, Object other) {
    if (type == LiteralType.DATE_TIME) {
      // Moments are the same in any zone; their own order would tell them apart.
      return OffsetDateTime.timeLineOrder().compare((OffsetDateTime) one, (OffsetDateTime) other);
    }
    return type.isNumber()
        ? decimal(one).compareTo(decimal(other))
        : ((Comparable<Object>) one).compareTo(other);
  }

  /** Shortest decimal form, so that 0.3 is three steps of 0.1. */
  private static BigDecimal decimal(Object value) {
    return new BigDecimal(value.toString());
  }

  /** What is allowed, for a message. */
  public String describe() {
    if (!(allowed instanceof AllowedValues.OneOf some)) {
      return "any value";
    }
    List<String> all =
        Stream.concat(
                some.values().stream(), some.ranges().stream().map(AllowedCheck::describeRange))
            .toList();
    return all.stream().limit(20).collect(Collectors.joining(", "))
        + (all.size() > 20 ? ", …" : "");
  }

  private static String describeRange(AllowedValues.Range range) {
    String from =
        range.minimum().map(it -> (range.minOpen() ? "more than " : "at least ") + it).orElse("");
    String to =
        range.maximum().map(it -> (range.maxOpen() ? "less than " : "at most ") + it).orElse("");
    String both = from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    return both + range.spacing().map(it -> " in steps of " + it).orElse("");
  }
}
