package org.drover.wps.processes.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.assertj.core.data.Percentage;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.processes.Runs;
import org.drover.wps.processes.SampleFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class BufferTest {

  private static List<Feature> grown(FeatureCollection features, double metres) throws Exception {
    Buffer.In in =
        new Buffer.In(features, metres, 16, Buffer.EndCap.ROUND, Buffer.Join.ROUND, 5, 100);
    return Runs.list(Runs.smoothly(new Buffer(), in).result());
  }

  private static Geometry only(String crs, String wkt, double metres) throws Exception {
    return grown(SampleFeatures.of(crs, wkt), metres).get(0).geometry();
  }

  @Test
  void aSquareInAPlaneGrowsByMetres() throws Exception {
    Geometry grown = only("EPSG:25832", "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))", 10);

    assertThat((Object) grown.getEnvelopeInternal()).isEqualTo(new Envelope(-10, 110, -10, 110));
    assertThat(grown.getArea()).isCloseTo(10_000 + 4_000 + Math.PI * 100, within(1.0));
  }

  @Test
  void metresAreMetresInACrsOfFeet() throws Exception {
    Geometry grown = only("EPSG:2263", "POINT (1000000 200000)", 304.8006096012192);

    assertThat(grown.getEnvelopeInternal().getWidth()).isCloseTo(2_000, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"7, 50, 1000", "-120, -33, 50000", "15, 0, 250000", "100, 80, 10000"})
  void metresAreMetresOnTheGround(double longitude, double latitude, double metres)
      throws Exception {
    Geometry circle = only("OGC:CRS84", "POINT (" + longitude + " " + latitude + ")", metres);

    for (Coordinate each : circle.getCoordinates()) {
      double distance = Geodesic.WGS84.Inverse(latitude, longitude, each.y, each.x).s12;
      assertThat(distance).isCloseTo(metres, Percentage.withPercentage(0.1));
    }
  }

  @Test
  void aWideFeatureGrowsByMetresAllAlong() throws Exception {
    Geometry band = only("EPSG:4326", "LINESTRING (-60 0, 60 0)", 100_000);

    Envelope extent = band.getEnvelopeInternal();
    double north = Geodesic.WGS84.Inverse(0, 0, extent.getMaxY(), 0).s12;
    double east = Geodesic.WGS84.Inverse(0, 60, 0, extent.getMaxX()).s12;
    assertThat(north).isCloseTo(100_000, Percentage.withPercentage(0.1));
    assertThat(east).isCloseTo(100_000, Percentage.withPercentage(0.2));
  }

  @Test
  void aWideAreaShrinksByMetres() throws Exception {
    Geometry shrunk =
        only("OGC:CRS84", "POLYGON ((-20 -10, 20 -10, 20 10, -20 10, -20 -10))", -100_000);

    Envelope extent = shrunk.getEnvelopeInternal();
    double edge = Geodesic.WGS84.Inverse(0, extent.getMaxX(), 0, 20).s12;
    assertThat(edge).isCloseTo(100_000, Percentage.withPercentage(0.2));
  }

  @Test
  void whatRunsOnPastTheAntimeridianLiesOnTheOtherSide() throws Exception {
    Geometry circle = only("OGC:CRS84", "POINT (179.9 -17)", 50_000);

    Envelope extent = circle.getEnvelopeInternal();
    assertThat(extent.getMinX()).isEqualTo(-180);
    assertThat(extent.getMaxX()).isEqualTo(180);
    assertThat(circle.getNumGeometries()).isEqualTo(2);
    assertThat(circle.isValid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {50_000, -20_000})
  void allCountriesGrowAndShrinkToValidAreasOnTheMap(double metres) throws Exception {
    FeatureCollection countries = SampleFeatures.countries();
    List<Feature> before = Runs.list(countries);
    List<Feature> after = grown(countries, metres);

    assertThat(after).hasSameSizeAs(before);
    Envelope map = new Envelope(-180, 180, -90, 90);
    for (int i = 0; i < after.size(); i++) {
      Geometry geometry = after.get(i).geometry();
      assertThat(geometry.isValid()).as(after.get(i).id()).isTrue();
      assertThat(geometry.isEmpty() || map.contains(geometry.getEnvelopeInternal()))
          .as(after.get(i).id())
          .isTrue();
      assertThat(Math.signum(geometry.getArea() - before.get(i).geometry().getArea()))
          .as(after.get(i).id())
          .isEqualTo(Math.signum(metres));
    }
  }

  @Test
  void aFeatureByThePoleIsRefusedWithAdvice() {
    assertThatThrownBy(() -> only("OGC:CRS84", "POINT (0 89.95)", 10_000))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("EPSG:3413");
  }

  @Test
  void tooLargeADistanceOnTheEllipsoidIsRefused() {
    assertThatThrownBy(() -> only("OGC:CRS84", "POINT (0 0)", 600_000))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("distance"));
  }

  @Test
  void anUnknownCrsIsRefused() {
    assertThatThrownBy(() -> only("EPSG:999999", "POINT (0 0)", 6))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("features"))
        .hasMessageContaining("EPSG:999999");
  }
}
