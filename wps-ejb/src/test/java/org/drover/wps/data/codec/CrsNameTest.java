package org.drover.wps.data.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OGC:CRS84",
        "CRS:84",
        "CRS84",
        " crs84 ",
        "urn:ogc:def:crs:OGC::CRS84",
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:x-ogc:def:crs:OGC:1.3:84",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "https://www.opengis.net/def/crs/OGC/0/CRS84",
        "http://opengis.net/def/crs/ogc/1.3/crs84/"
      })
  void everySpellingOfCrs84IsKnown(String name) {
    CrsName crs = CrsName.parse(name);
    assertThat(crs.canonical()).isEqualTo("OGC:CRS84");
    assertThat(crs.northingFirst()).isFalse();
    assertThat(crs.code()).isEmpty();
    assertThat(crs.urn()).isEqualTo("urn:ogc:def:crs:OGC:1.3:CRS84");
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, true",
    "epsg:4326, true",
    "http://www.opengis.net/gml/srs/epsg.xml#4326, true",
    "urn:ogc:def:crs:EPSG::4326, false",
    "urn:ogc:def:crs:EPSG:6.6:4326, false",
    "urn:x-ogc:def:crs:EPSG:6.9:4326, false",
    "http://www.opengis.net/def/crs/EPSG/0/4326, false",
    "https://www.opengis.net/def/crs/EPSG/9.9.1/4326, false"
  })
  void everySpellingOfAnEpsgCodeIsKnown(String name, boolean old) {
    CrsName crs = CrsName.parse(name);
    assertThat(crs.canonical()).isEqualTo("EPSG:4326");
    assertThat(crs.code()).contains(4326);
    assertThat(crs.urn()).isEqualTo("urn:ogc:def:crs:EPSG::4326");
    assertThat(crs.northingFirst()).isTrue();
    assertThat(crs.northingFirstInGml()).isEqualTo(!old);
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4258, true",
    "EPSG:3857, false",
    "EPSG:25832, false",
    "EPSG:31468, true",
    "EPSG:2154, false",
    "EPSG:3035, true",
    "EPSG:32633, false"
  })
  void theAuthoritySaysWhichAxisIsFirst(String name, boolean northingFirst) {
    assertThat(CrsName.parse(name).northingFirst()).isEqualTo(northingFirst);
  }

  @Test
  void theOldCodeOfWebMercatorIsItsNewOne() {
    assertThat(CrsName.parse("EPSG:900913").canonical()).isEqualTo("EPSG:3857");
    assertThat(CrsName.same("EPSG:900913", "urn:ogc:def:crs:EPSG::3857")).isTrue();
    assertThat(CrsName.same("EPSG:4326", "CRS84")).isFalse();
    assertThat(CrsName.same("EPSG:4326", "nonsense")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "84",
        "4326",
        "EPSG",
        "EPSG:",
        "EPSG:1",
        "EPSG:99999999",
        "EPSG:999999999999",
        "urn:ogc:def:crs:EPSG:4326",
        "ESRI:102100",
        "+proj=longlat",
        "WGS84"
      })
  void anUnknownNameIsRefusedWithASentence(String name) {
    assertThatThrownBy(() -> CrsName.parse(name))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("known");
  }

  @Test
  void anEndlessNameIsRefusedAtOnce() {
    assertThatThrownBy(() -> CrsName.parse("urn:ogc:def:crs:EPSG:" + ":".repeat(1_000_000)))
        .isInstanceOf(MalformedDataException.class)
        .message()
        .hasSizeLessThan(300);
  }
}
