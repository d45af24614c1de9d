package org.drover.wps.worker.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class FeatureFileTest {

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void nameFile() {
    path = folder.resolve("a.features");
  }

  @Test
  void whatIsWrittenIsReadFromAnyPosition() throws IOException {
    write(path, 0, 5_000);
    FeatureFile file = FeatureFile.open(path);
    assertThat(file.size()).isEqualTo(5_000);
    assertThat(file.crs()).isEqualTo("EPSG:3857");
    for (int from : List.of(0, 1, 1023, 1024, 1025, 4_999, 5_000, 6_000)) {
      assertThat(numbers(file, from)).isEqualTo(range(from, 5_000));
    }
  }

  @Test
  void theIndexIsOnlyAHint() throws IOException {
    write(path, 0, 5_000);
    Path index = FeatureIndex.of(path);
    Files.write(index, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    assertThat(numbers(FeatureFile.open(path), 4_990)).isEqualTo(range(4_990, 5_000));
    Files.write(index, new byte[100]);
    assertThat(numbers(FeatureFile.open(path), 4_990)).isEqualTo(range(4_990, 5_000));
    Files.delete(index);
    assertThat(numbers(FeatureFile.open(path), 4_990)).isEqualTo(range(4_990, 5_000));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void resumingAtCheckpointsLosesAndRepeatsNothing(long seed) throws IOException {
    Random random = new Random(seed);
    FeatureFile.Writer writer = FeatureFile.create(path, "EPSG:3857");
    long checkpoint = writer.force();
    int checked = 0;
    int next = 0;
    while (checked < 6_000) {
      int count = 1 + random.nextInt(1_500);
      for (int i = 0; i < count; i++) {
        writer.write(feature(next++));
      }
      if (random.nextBoolean()) {
        checkpoint = writer.force();
        checked = next;
      } else {
        writer.close();
        tear(random);
        writer = FeatureFile.append(path, checkpoint);
        next = checked;
      }
    }
    writer.close();
    FeatureFile file = FeatureFile.open(path);
    assertThat(file.size()).isEqualTo(next);
    int from = random.nextInt(next);
    assertThat(numbers(file, from)).isEqualTo(range(from, next));
  }

  /** Sometimes more arrives after the checkpoint than whole features: half a one, or zeros. */
  private void tear(Random random) throws IOException {
    if (random.nextBoolean()) {
      byte[] rubbish = new byte[random.nextInt(200)];
      if (random.nextBoolean()) {
        random.nextBytes(rubbish);
      }
      Files.write(path, rubbish, StandardOpenOption.APPEND);
    }
  }

  @Test
  void aTornFeatureAtTheEndIsLeftOut() throws IOException {
    write(path, 0, 10);
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, java.util.Arrays.copyOf(whole, whole.length - 5));
    assertThat(numbers(FeatureFile.open(path), 0)).isEqualTo(range(0, 9));
  }

  @Test
  void aLengthThatIsNoCheckpointIsRefused() throws IOException {
    write(path, 0, 10);
    assertThatThrownBy(() -> FeatureFile.append(path, FeatureFile.HEADER + 3))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> FeatureFile.append(path, 1_000_000)).isInstanceOf(IOException.class);
  }

  @Test
  void partsAreOneCollection() throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int[] each : new int[][] {{0, 1_500}, {1_500, 1_500}, {1_500, 1_501}, {1_501, 3_000}}) {
      Path part = folder.resolve("part" + parts.size());
      write(part, each[0], each[1]);
      parts.add(part);
    }
    FeatureCollection all = FeatureFile.concat("EPSG:3857", parts);
    assertThat(all.size()).isEqualTo(3_000);
    for (int from : List.of(0, 1_499, 1_500, 1_501, 2_999, 3_000)) {
      assertThat(numbers(all, from)).isEqualTo(range(from, 3_000));
    }
  }

  @Test
  void propertiesOfEveryKindComeBack() throws IOException {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("text", "ü😀");
    properties.put("long", Long.MIN_VALUE);
    properties.put("double", Double.NaN);
    properties.put("yes", true);
    properties.put("no", false);
    properties.put("nothing", null);
    properties.put("list", List.of(1L, "a", List.of()));
    properties.put("map", Map.of("k", Map.of("l", 2.5)));
    try (FeatureFile.Writer writer = FeatureFile.create(path, "")) {
      writer.write(new Feature("x", null, properties));
      writer.write(
          new Feature("", new GeometryFactory().createPoint(new Coordinate(1, 2, 3)), Map.of()));
      writer.crs("OGC:CRS84");
    }
    FeatureFile file = FeatureFile.open(path);
    assertThat(file.crs()).isEqualTo("OGC:CRS84");
    try (Items<Feature> items = file.readFrom(0)) {
      Feature first = items.next();
      assertThat(first.findGeometry()).isEmpty();
      assertThat(first.properties()).isEqualTo(properties);
      assertThat(new ArrayList<>(first.properties().keySet()))
          .isEqualTo(new ArrayList<>(properties.keySet()));
      double z = items.next().geometry().getCoordinate().getZ();
      assertThat(z).isEqualTo(3);
    }
  }

  private static void write(Path path, int from, int to) throws IOException {
    try (FeatureFile.Writer writer = FeatureFile.create(path, "EPSG:3857")) {
      for (int i = from; i < to; i++) {
        writer.write(feature(i));
      }
    }
  }

  private static Feature feature(int number) {
    return new Feature(
        "f" + number,
        new GeometryFactory().createPoint(new Coordinate(number, -number)),
        Map.of("pad", "x".repeat(number % 50)));
  }

  private static List<Integer> numbers(FeatureCollection features, long from) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (Items<Feature> items = features.readFrom(from)) {
      while (items.hasNext()) {
        numbers.add((int) items.next().geometry().getCoordinate().x);
      }
    }
    return numbers;
  }

  private static List<Integer> range(int from, int to) {
    return java.util.stream.IntStream.range(from, to).boxed().toList();
  }
}
