package org.drover.wps.processes.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.processes.Runs;
import org.drover.wps.processes.SampleFeatures;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class VectorProcessesTest {

  private static final String L_SHAPE = "POLYGON ((0 0, 4 0, 4 1, 1 1, 1 4, 0 4, 0 0))";

  private static FeatureCollection of(String... geometries) {
    return SampleFeatures.of("EPSG:25832", geometries);
  }

  private static Geometry shape(String wkt) {
    return SampleFeatures.geometry(wkt).norm();
  }

  private static List<Geometry> shapes(FeatureCollection features) throws Exception {
    return Runs.list(features).stream().map(it -> it.geometry().norm()).toList();
  }

  @Test
  void aCentroidMayLieOutsideAndAPointWithinNever() throws Exception {
    Centroid process = new Centroid();
    Geometry centre =
        shapes(
                Runs.smoothly(
                        process, new Centroid.In(of(L_SHAPE), Centroid.Point.CENTRE_OF_GRAVITY, 10))
                    .result())
            .get(0);
    Geometry within =
        shapes(
                Runs.smoothly(process, new Centroid.In(of(L_SHAPE), Centroid.Point.WITHIN, 10))
                    .result())
            .get(0);

    assertThat(shape(L_SHAPE).contains(centre)).isFalse();
    assertThat(shape(L_SHAPE).contains(within)).isTrue();
  }

  @Test
  void aHullGoesAroundEachFeatureOrAll() throws Exception {
    FeatureCollection two = of(L_SHAPE, "POINT (10 0)");
    ConvexHull process = new ConvexHull();

    assertThat(
            shapes(
                Runs.smoothly(process, new ConvexHull.In(two, ConvexHull.Around.EACH_FEATURE, 10))
                    .result()))
        .containsExactly(shape("POLYGON ((0 0, 4 0, 4 1, 1 4, 0 4, 0 0))"), shape("POINT (10 0)"));
    assertThat(
            shapes(
                Runs.smoothly(process, new ConvexHull.In(two, ConvexHull.Around.ALL_FEATURES, 1))
                    .result()))
        .containsExactly(shape("POLYGON ((0 0, 10 0, 1 4, 0 4, 0 0))"));
  }

  @Test
  void simplifyingLeavesOutWhatLiesWithinTheTolerance() throws Exception {
    FeatureCollection line = of("LINESTRING (0 0, 5 0.1, 10 0)");

    for (Simplify.Method method : Simplify.Method.values()) {
      assertThat(
              shapes(
                  Runs.smoothly(new Simplify(), new Simplify.In(line, 0.2, method, 10)).result()))
          .containsExactly(shape("LINESTRING (0 0, 10 0)"));
    }
  }

  @Test
  void overlapsHaveTheShapeOfBothAndTheirProperties() throws Exception {
    FeatureCollection left = of("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
    FeatureCollection right =
        of(
            "POLYGON ((2 0, 3 0, 3 2, 2 2, 2 0))",
            "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))",
            "LINESTRING (-1 1, 1 1)");

    List<Feature> common =
        Runs.list(Runs.smoothly(new Intersection(), new Intersection.In(left, right, 10)).result());

    assertThat(common).extracting(Feature::id).containsExactly("0:1", "0:2");
    assertThat((Object) common.get(0).geometry().norm())
        .isEqualTo(shape("POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"));
    assertThat((Object) common.get(1).geometry().norm()).isEqualTo(shape("LINESTRING (0 1, 1 1)"));
    assertThat(common.get(0).properties()).containsEntry("n", 0L).containsEntry("right_n", 1L);
  }

  @Test
  void theRightCollectionIsBroughtIntoTheCrsOfTheLeft() throws Exception {
    FeatureCollection left = SampleFeatures.of("OGC:CRS84", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
    FeatureCollection right = SampleFeatures.of("EPSG:3857", "POINT (55659.75 55660.45)");

    List<Geometry> common =
        shapes(Runs.smoothly(new Intersection(), new Intersection.In(left, right, 10)).result());

    assertThat(common.get(0).getCoordinate().x).isCloseTo(0.5, within(1e-4));
  }

  @Test
  void aFeatureThatIsNotValidIsNamed() {
    FeatureCollection broken = SampleFeatures.of("OGC:CRS84", "POINT (1 1)", "POINT (0 91)");

    assertThatThrownBy(
            () -> Runs.smoothly(new Reproject(), new Reproject.In(broken, "EPSG:3857", 10)))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("'1'");
  }

  @Test
  void neighboursWithTheSameValueBecomeOne() throws Exception {
    Dissolve.In in = new Dissolve.In(SampleFeatures.countries(), Optional.of("continent"), 3);

    List<Feature> continents = Runs.list(Runs.smoothly(new Dissolve(), in).result());

    assertThat(continents)
        .extracting(it -> it.properties().get("continent"))
        .containsExactlyInAnyOrder(
            "Africa",
            "Antarctica",
            "Asia",
            "Europe",
            "North America",
            "Oceania",
            "Seven seas (open ocean)",
            "South America");
    assertThat(continents)
        .extracting(it -> (Long) it.properties().get("count"))
        .satisfies(
            counts -> assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(177));
    assertThat(continents).allSatisfy(it -> assertThat(it.geometry().isValid()).isTrue());
  }

  @Test
  void withoutAPropertyAllBecomeOne() throws Exception {
    FeatureCollection two =
        of("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))");

    List<Feature> one =
        Runs.list(
            Runs.smoothly(new Dissolve(), new Dissolve.In(two, Optional.empty(), 10)).result());

    assertThat(one).hasSize(1);
    assertThat(one.get(0).geometry().getArea()).isEqualTo(2);
    assertThat(one.get(0).properties()).containsEntry("count", 2L);
  }

  @Test
  void bonnHasItsPlaceInUtm() throws Exception {
    FeatureCollection bonn = SampleFeatures.of("EPSG:4326", "POINT (7.1 50.73)");

    FeatureCollection utm =
        Runs.smoothly(new Reproject(), new Reproject.In(bonn, "urn:ogc:def:crs:EPSG::25832", 10))
            .result();

    assertThat(utm.crs()).isEqualTo("EPSG:25832");
    Geometry place = Runs.list(utm).get(0).geometry();
    assertThat(place.getCoordinate().x).isCloseTo(365_916, within(50.0));
    assertThat(place.getCoordinate().y).isCloseTo(5_621_450, within(500.0));
  }

  @Test
  void thereAndBackAgainIsTheSame() throws Exception {
    FeatureCollection countries = SampleFeatures.countries();
    FeatureCollection there =
        Runs.smoothly(new Reproject(), new Reproject.In(countries, "EPSG:4087", 100)).result();
    List<Feature> back =
        Runs.list(Runs.smoothly(new Reproject(), new Reproject.In(there, "CRS84", 100)).result());

    List<Feature> before = Runs.list(countries);
    for (int i = 0; i < before.size(); i++) {
      assertThat(back.get(i).geometry().equalsExact(before.get(i).geometry(), 1e-6))
          .as(before.get(i).id())
          .isTrue();
    }
  }

  @Test
  void anUnknownCrsIsRefusedByItsInput() {
    assertThatThrownBy(
            () -> Runs.smoothly(new Reproject(), new Reproject.In(of("POINT (0 0)"), "Bonn", 10)))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("crs"));
  }

  @Test
  void areasAndLengthsAreThoseOfTheEllipsoid() throws Exception {
    FeatureCollection octant =
        SampleFeatures.of(
            "OGC:CRS84", "POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0))", "LINESTRING (0 0, 0 1)");

    List<Feature> measured =
        Runs.list(
            Runs.smoothly(new AreaLength(), new AreaLength.In(octant, "area", "length", 10))
                .result());

    assertThat((Double) measured.get(0).properties().get("area"))
        .isCloseTo(510_065_621_724_088.0 / 8, Percentage.withPercentage(1e-6));
    assertThat((Double) measured.get(1).properties().get("length"))
        .isCloseTo(110_574.389, within(0.01));
    assertThat(measured.get(1).properties()).containsEntry("area", 0.0);
  }

  @Test
  void theProjectionDoesNotChangeTheArea() throws Exception {
    FeatureCollection germany =
        FeatureCollection.of(
            "OGC:CRS84",
            Runs.list(SampleFeatures.countries()).stream()
                .filter(it -> it.properties().containsValue("Germany"))
                .toList());
    FeatureCollection mercator =
        Runs.smoothly(new Reproject(), new Reproject.In(germany, "EPSG:3857", 10)).result();

    assertThat(area(germany)).isCloseTo(357_000e6, Percentage.withPercentage(3));
    assertThat(area(mercator)).isCloseTo(area(germany), Percentage.withPercentage(1e-4));
  }

  private static double area(FeatureCollection features) throws Exception {
    AreaLength.In in = new AreaLength.In(features, "area", "length", 10);
    return (Double)
        Runs.list(Runs.smoothly(new AreaLength(), in).result()).get(0).properties().get("area");
  }

  @Test
  void featuresAndTheirPositionsAreCounted() throws Exception {
    FeatureCollection features =
        SampleFeatures.withOneWithoutGeometry(of("POINT (1 2)", "LINESTRING (0 0, 1 1, 2 0)"));

    assertThat(Runs.smoothly(new CountFeatures(), new CountFeatures.In(features, 2)))
        .isEqualTo(new CountFeatures.Out(3, 2, 4));
  }

  @Test
  void aBowTieIsReportedAndRepaired() throws Exception {
    FeatureCollection bowTie =
        of("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", "POLYGON ((0 0, 1 0, 1 1, 0 0))");

    List<Feature> checked =
        Runs.list(
            Runs.smoothly(new ValidateRepair(), new ValidateRepair.In(bowTie, true, 10)).result());

    assertThat(checked.get(0).properties()).containsEntry("valid", false);
    assertThat(checked.get(0).properties().get("reason").toString())
        .contains("Self-intersection", "1");
    assertThat(checked.get(0).geometry().isValid()).isTrue();
    assertThat(checked.get(0).geometry().getArea()).isEqualTo(2);
    assertThat(checked.get(1).properties())
        .containsEntry("valid", true)
        .doesNotContainKey("reason");
  }

  @Test
  void allSampleCountriesAreValid() throws Exception {
    FeatureCollection checked =
        Runs.smoothly(
                new ValidateRepair(),
                new ValidateRepair.In(SampleFeatures.countries(), false, 1_000))
            .result();

    assertThat(Runs.list(checked))
        .hasSize(177)
        .allSatisfy(it -> assertThat(it.properties()).containsEntry("valid", true));
  }

  @Test
  void withoutRepairTheGeometryStays() throws Exception {
    FeatureCollection bowTie = of("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");

    List<Feature> checked =
        Runs.list(
            Runs.smoothly(new ValidateRepair(), new ValidateRepair.In(bowTie, false, 10)).result());

    assertThat((Object) checked.get(0).geometry()).isEqualTo(Runs.list(bowTie).get(0).geometry());
  }
}
