package org.drover.wps.data.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "Metre",
        " meters ",
        "EPSG:9001",
        "urn:ogc:def:uom:EPSG::9001",
        "urn:ogc:def:uom:UCUM::m",
        "http://www.opengis.net/def/uom/UCUM/0/m",
        "http://www.opengis.net/def/uom/OGC/1.0/metre",
        "https://example.org/units#metre"
      })
  void aMetreIsKnownByAllItsNames(String name) {
    assertThat(Units.same(name, "m")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"m, km", "m, ft", "deg, rad", "m, unheard-of", "ft, us-ft", "m, m2", "K, Cel"})
  void differentUnitsAreNotTheSame(String one, String other) {
    assertThat(Units.same(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, km, m, 1000",
    "5, cm, m, 0.05",
    "1, mi, km, 1.609344",
    "1, nmi, m, 1852",
    "1, ha, m2, 10000",
    "1, km2, ha, 100",
    "36, km/h, m/s, 10",
    "0, Cel, K, 273.15",
    "273.15, K, Cel, 0",
    "50, %, 1, 0.5",
    "2, h, min, 120",
    "7, furlong, furlong, 7"
  })
  void valuesAreConvertedExactly(double value, String from, String to, double expected) {
    assertThat(Units.convert(value, from, to)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "180, deg, rad, 3.141592653589793",
    "3937, us-ft, m, 1200",
    "200, gon, deg, 180",
    "3600, arcsec, deg, 1",
    "1, ac, ha, 0.40468564224"
  })
  void factorsWithoutAnEndAreCloseEnough(double value, String from, String to, double expected) {
    assertThat(Units.convert(value, from, to).orElseThrow())
        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource({"m, s", "m, furlong", "furlong, m", "m2, m", "Cel, m", "kg, N"})
  void whatMeasuresSomethingElseIsNotConverted(String from, String to) {
    assertThat(Units.convert(1, from, to)).isEmpty();
  }
}
