package org.drover.wps.processes.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.processes.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectFeaturesTest {

  private static final FeatureCollection TOWNS =
      FeatureCollection.of(
          "OGC:CRS84",
          List.of(
              town("a", "Aachen", 249_070L),
              town("b", "Bonn", 331_885L),
              town("c", "Celle", null),
              town("d", "10", 9L)));

  private static Feature town(String id, String name, Long people) {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("name", name));
    if (people != null) {
      properties.put("people", people);
    }
    return new Feature(id, null, properties);
  }

  private static SelectFeatures.Condition condition(
      String property, Comparison comparison, String value) {
    return new SelectFeatures.Condition(property, comparison, Optional.ofNullable(value));
  }

  private static SelectFeatures.Out select(
      SelectFeatures.Match match, SelectFeatures.Condition... conditions) throws Exception {
    return Runs.smoothly(
        new SelectFeatures(), new SelectFeatures.In(TOWNS, List.of(conditions), match, 2));
  }

  private static String ids(SelectFeatures.Out selected) throws Exception {
    return String.join("", Runs.list(selected.selection()).stream().map(Feature::id).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "name, EQUAL, Bonn, b",
    "name, NOT_EQUAL, Bonn, acd",
    "name, EQUAL, 10.0, d",
    "name, LESS, Bonn, ad",
    "name, CONTAINS, on, b",
    "people, GREATER, 30, ab",
    "people, LESS_OR_EQUAL, 249070, ad",
    "people, GREATER_OR_EQUAL, 249070, ab",
    "people, PRESENT, , abd",
    "people, ABSENT, , c",
    "people, NOT_EQUAL, 9, abc",
    "rivers, EQUAL, , ''"
  })
  void aConditionIsMetOrNot(String property, Comparison comparison, String value, String selected)
      throws Exception {
    String text = comparison.needsValue() && value == null ? "" : value;
    assertThat(ids(select(SelectFeatures.Match.ALL, condition(property, comparison, text))))
        .isEqualTo(selected);
  }

  @Test
  void allConditionsOrAnyAreToBeMet() throws Exception {
    SelectFeatures.Condition[] conditions = {
      condition("people", Comparison.PRESENT, null), condition("name", Comparison.CONTAINS, "e")
    };
    assertThat(ids(select(SelectFeatures.Match.ALL, conditions))).isEqualTo("a");
    assertThat(ids(select(SelectFeatures.Match.ANY, conditions))).isEqualTo("abcd");
  }

  @Test
  void bothKindsAreCounted() throws Exception {
    SelectFeatures.Out selected =
        select(SelectFeatures.Match.ALL, condition("people", Comparison.ABSENT, null));
    assertThat(selected.counts()).isEqualTo(new SelectFeatures.Counts(1, 3));
  }

  @Test
  void aComparisonWithNothingIsRefused() {
    assertThatThrownBy(() -> condition("name", Comparison.LESS, null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("send the value");
  }
}
