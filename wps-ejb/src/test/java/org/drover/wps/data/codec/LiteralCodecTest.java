package org.drover.wps.data.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.drover.wps.process.describe.LiteralType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiteralCodecTest {

  /** The form written of what is read. */
  @ParameterizedTest
  @CsvSource({
    "BOOLEAN, 1, true",
    "BOOLEAN, false, false",
    "INT, +007, 7",
    "LONG, -9223372036854775808, -9223372036854775808",
    "INTEGER, 123456789012345678901234567890, 123456789012345678901234567890",
    "DOUBLE, 1e3, 1000.0",
    "DOUBLE, .5, 0.5",
    "DOUBLE, INF, INF",
    "DOUBLE, +INF, INF",
    "DOUBLE, -INF, -INF",
    "DOUBLE, NaN, NaN",
    "FLOAT, 0.1, 0.1",
    "FLOAT, -INF, -INF",
    "FLOAT, NaN, NaN",
    "DECIMAL, 1.50, 1.50",
    "DECIMAL, +.5, 0.5",
    "DATE, 2026-01-31, 2026-01-31",
    "DATE, 2026-01-31Z, 2026-01-31",
    "DATE, 2026-01-31+02:00, 2026-01-31",
    "DATE_TIME, 2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "DATE_TIME, 2026-01-31T12:00:00, 2026-01-31T12:00:00Z",
    "DATE_TIME, 2026-01-31T12:00:00.25-05:30, 2026-01-31T12:00:00.250-05:30",
    "DATE_TIME, 2026-01-31T24:00:00Z, 2026-02-01T00:00:00Z",
    "DATE_TIME, 2026-01-31T12:30:59+14:00, 2026-01-31T12:30:59+14:00",
    "TIME, 12:00:00, 12:00:00",
    "TIME, 24:00:00, 00:00:00",
    "TIME, 23:59:59.5Z, 23:59:59.500",
    "TIME, 12:30:00+01:00, 12:30:00",
    "DURATION, P1DT2H30M, PT26H30M",
    "DURATION, PT0.5S, PT0.5S",
    "DURATION, -PT1M, PT-1M",
    "ANY_URI, http://example.org/a?b=c#d, http://example.org/a?b=c#d",
    "STRING, ' a  b ', ' a  b '"
  })
  void aLiteralIsReadAndWritten(LiteralType type, String text, String written) {
    Object value = LiteralCodec.parse(type, text);
    assertThat(value).isInstanceOf(type.javaType());
    assertThat(LiteralCodec.format(type, value)).isEqualTo(written);
  }

  @ParameterizedTest
  @EnumSource(
      value = LiteralType.class,
      names = {"STRING", "ANY_URI", "BOOLEAN"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatIsWrittenIsReadAsTheSame(LiteralType type) {
    Object value =
        switch (type) {
          case DATE -> LocalDate.of(2024, 2, 29);
          case DATE_TIME -> OffsetDateTime.parse("2024-02-29T00:00:00+01:00");
          case TIME -> LocalTime.MIDNIGHT;
          case DURATION -> Duration.ofDays(400).plusSeconds(1);
          default -> LiteralCodec.ofNumber(type, 12);
        };
    assertThat(LiteralCodec.parse(type, LiteralCodec.format(type, value))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "BOOLEAN, yes",
    "BOOLEAN, TRUE",
    "INT, 2147483648",
    "INT, 1.0",
    "INT, ''",
    "LONG, 9223372036854775808",
    "DOUBLE, inf",
    "DOUBLE, Infinity",
    "DOUBLE, 0x1p3",
    "DOUBLE, 1d",
    "DOUBLE, '1,5'",
    "DOUBLE, 1 2",
    "DECIMAL, 1e3",
    "DATE, 2026-02-30",
    "DATE_TIME, 2026-01-31T24:00:01Z",
    "DATE, 31.1.2026",
    "DATE_TIME, 2026-01-31",
    "DATE_TIME, 2026-01-31 12:00:00",
    "TIME, 25:00:00",
    "DURATION, P",
    "DURATION, PT",
    "DURATION, P1M",
    "DURATION, 1h",
    "ANY_URI, http://a b"
  })
  void whatIsNoSuchLiteralIsRefusedWithASentence(LiteralType type, String text) {
    assertThatThrownBy(() -> LiteralCodec.parse(type, text))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("is not a");
  }

  @Test
  void whiteSpaceCountsInStringsOnly() {
    assertThat(LiteralCodec.parse(LiteralType.INT, "\n\t 42 \r\n")).isEqualTo(42);
    assertThat(LiteralCodec.parse(LiteralType.ANY_URI, " urn:a ")).isEqualTo(URI.create("urn:a"));
    assertThat(LiteralCodec.parse(LiteralType.STRING, "\n a ")).isEqualTo("\n a ");
    assertThat(LiteralCodec.collapse(" a \n\t b ")).isEqualTo("a b");
  }

  @Test
  void anEndlessNumberIsRefusedAtOnce() {
    String digits = "9".repeat(1_000_000);
    assertThatThrownBy(() -> LiteralCodec.parse(LiteralType.INTEGER, digits))
        .isInstanceOf(MalformedDataException.class)
        .message()
        .hasSizeLessThan(200);
    assertThatThrownBy(() -> LiteralCodec.parse(LiteralType.DURATION, "PT" + digits + "S"))
        .isInstanceOf(MalformedDataException.class);
  }

  @Test
  void aNumberBecomesWhatItsTypeHolds() {
    assertThat(LiteralCodec.ofNumber(LiteralType.INT, 5.0)).isEqualTo(5);
    assertThat(LiteralCodec.ofNumber(LiteralType.DECIMAL, 0.1)).isEqualTo(new BigDecimal("0.1"));
    assertThatThrownBy(() -> LiteralCodec.ofNumber(LiteralType.INT, 0.5))
        .isInstanceOf(MalformedDataException.class);
  }

  @Test
  void anEnumIsWrittenByItsName() {
    assertThat(LiteralCodec.format(LiteralType.STRING, LiteralType.ANY_URI)).isEqualTo("ANY_URI");
  }
}
