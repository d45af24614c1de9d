package org.drover.wps.process.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.drover.wps.process.plan.Items;
import org.junit.jupiter.api.Test;

class FeatureCollectionTest {

  private static FeatureCollection of(int size) {
    return FeatureCollection.of(
        "OGC:CRS84",
        IntStream.range(0, size)
            .mapToObj(it -> new Feature(Integer.toString(it), null, Map.of()))
            .toList());
  }

  private static List<String> ids(Items<Feature> items) throws IOException {
    List<String> ids = new ArrayList<>();
    try (items) {
      items.forEachRemaining(it -> ids.add(it.id()));
    }
    return ids;
  }

  @Test
  void rangesCoverACollectionInOrder() {
    assertThat(of(5).ranges(2))
        .containsExactly(new FeatureRange(0, 2), new FeatureRange(2, 4), new FeatureRange(4, 5));
  }

  @Test
  void anEmptyCollectionHasOneEmptyRange() {
    assertThat(of(0).ranges(10)).containsExactly(new FeatureRange(0, 0));
  }

  @Test
  void aRangeOpensAtAnyPosition() throws IOException {
    FeatureRange range = new FeatureRange(1, 4);

    assertThat(ids(of(5).in(range).openAt(0))).containsExactly("1", "2", "3");
    assertThat(ids(of(5).in(range).openAt(2))).containsExactly("3");
    assertThat(ids(of(5).in(range).openAt(3))).isEmpty();
  }

  @Test
  void rangesOfNothingAreRefused() {
    assertThatThrownBy(() -> of(5).ranges(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
