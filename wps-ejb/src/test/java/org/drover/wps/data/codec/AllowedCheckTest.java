package org.drover.wps.data.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.AllowedValues.Range;
import org.drover.wps.process.describe.LiteralType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedCheckTest {

  @ParameterizedTest
  @CsvSource({
    "false, false, 0, true",
    "false, false, 10, true",
    "true, false, 0, false",
    "true, false, 1e-300, true",
    "false, true, 10, false",
    "false, true, 9.999999999, true",
    "true, true, 10, false",
    "false, false, -1e-9, false",
    "false, false, 10.000000001, false",
    "false, false, NaN, false",
    "false, false, INF, false",
    "false, false, -INF, false"
  })
  void theEndsOfARangeBelongToItUnlessOpen(
      boolean minOpen, boolean maxOpen, String value, boolean allowed) {
    Range range =
        new Range(Optional.of("0"), Optional.of("10"), Optional.empty(), minOpen, maxOpen);
    assertThat(allows(LiteralType.DOUBLE, range, value)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"0.1, true", "0.3, true", "0.7, true", "1.1, true", "0.35, false", "0.301, false"})
  void decimalsOfAStepAreExact(String value, boolean allowed) {
    Range range = new Range(Optional.of("0"), Optional.empty(), Optional.of("0.1"), false, false);
    assertThat(allows(LiteralType.DOUBLE, range, value)).isEqualTo(allowed);
    assertThat(allows(LiteralType.FLOAT, range, value)).isEqualTo(allowed);
    assertThat(allows(LiteralType.DECIMAL, range, value)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "4, true", "-2, true", "0, false", "3, false"})
  void stepsAreCountedFromTheMinimum(String value, boolean allowed) {
    Range range = new Range(Optional.of("-2"), Optional.empty(), Optional.of("3"), false, false);
    assertThat(allows(LiteralType.INT, range, value)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"INF, true", "-INF, false", "NaN, false", "5, true", "4, false"})
  void aRangeWithoutAnEndHoldsInfinity(String value, boolean allowed) {
    Range range = new Range(Optional.of("5"), Optional.empty(), Optional.empty(), false, false);
    assertThat(allows(LiteralType.DOUBLE, range, value)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, 2026-01-01, 2026-12-31, 2026-06-15, true",
    "DATE, 2026-01-01, 2026-12-31, 2027-01-01, false",
    "DATE_TIME, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z, 2026-01-02T01:00:00+02:00, true",
    "DATE_TIME, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z, 2026-01-01T23:00:00-02:00, false",
    "TIME, 08:00:00, 17:00:00, 17:00:00, true",
    "DURATION, PT1M, PT1H, PT61M, false",
    "DURATION, PT1M, PT1H, PT60M, true"
  })
  void timesHaveRangesToo(LiteralType type, String from, String to, String value, boolean allowed) {
    Range range = new Range(Optional.of(from), Optional.of(to), Optional.empty(), false, false);
    assertThat(allows(type, range, value)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "DOUBLE, 1.0, 1, true",
    "DECIMAL, 1.50, 1.5, true",
    "INT, 7, 8, false",
    "BOOLEAN, true, 1, true",
    "STRING, ROUND, ROUND, true",
    "STRING, ROUND, round, false",
    "DATE_TIME, 2026-01-01T00:00:00Z, 2026-01-01T01:00:00+01:00, true"
  })
  void aListedValueIsTheSameByValue(
      LiteralType type, String listed, String value, boolean allowed) {
    AllowedCheck check =
        new AllowedCheck(type, new AllowedValues.OneOf(List.of(listed), List.of()));
    assertThat(check.allows(LiteralCodec.parse(type, value))).isEqualTo(allowed);
  }

  @Test
  void valuesAndRangesAreAllowedTogether() {
    Range range = new Range(Optional.of("1"), Optional.of("2"), Optional.empty(), false, true);
    AllowedCheck check =
        new AllowedCheck(LiteralType.INT, new AllowedValues.OneOf(List.of("7"), List.of(range)));
    assertThat(List.of(1, 7).stream().allMatch(check::allows)).isTrue();
    assertThat(List.of(0, 2, 6).stream().noneMatch(check::allows)).isTrue();
    assertThat(check.describe()).isEqualTo("7, at least 1 and less than 2");
  }

  private static boolean allows(LiteralType type, Range range, String value) {
    return new AllowedCheck(type, new AllowedValues.OneOf(List.of(), List.of(range)))
        .allows(LiteralCodec.parse(type, value));
  }
}
