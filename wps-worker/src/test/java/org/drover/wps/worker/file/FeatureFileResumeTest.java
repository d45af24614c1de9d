package org.drover.wps.worker.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.plan.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A part goes on in the file of a new attempt, whatever the killed one has left. */
class FeatureFileResumeTest {

  private static final int CHECKED = 3_000;
  private static final int ALL = 5_000;

  @TempDir private Path folder;

  /** What a killed attempt leaves. */
  private enum Left {
    CLEAN {
      @Override
      void spoil(Path file, long checkpoint) {}
    },
    TORN_TAIL {
      @Override
      void spoil(Path file, long checkpoint) throws IOException {
        cut(file, Files.size(file) - 7);
      }
    },
    ZEROS_AFTER_THE_CHECKPOINT {
      @Override
      void spoil(Path file, long checkpoint) throws IOException {
        cut(file, checkpoint);
        Files.write(file, new byte[100_000], StandardOpenOption.APPEND);
      }
    },
    NO_INDEX {
      @Override
      void spoil(Path file, long checkpoint) throws IOException {
        Files.delete(FeatureIndex.of(file));
      }
    },
    TORN_INDEX {
      @Override
      void spoil(Path file, long checkpoint) throws IOException {
        cut(FeatureIndex.of(file), Files.size(FeatureIndex.of(file)) - 3);
      }
    },
    EMPTY_INDEX {
      @Override
      void spoil(Path file, long checkpoint) throws IOException {
        cut(FeatureIndex.of(file), 0);
      }
    },
    INDEX_LONGER_THAN_DATA {
      @Override
      void spoil(Path file, long checkpoint) throws IOException {
        assertThat(Files.size(FeatureIndex.of(file))).isEqualTo(20L * (ALL / 1024));
        cut(file, checkpoint);
      }
    };

    abstract void spoil(Path file, long checkpoint) throws IOException;

    private static void cut(Path file, long length) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(bytes, Math.toIntExact(length)));
    }
  }

  @ParameterizedTest
  @EnumSource(Left.class)
  void aNewAttemptGoesOnAtTheCheckpoint(Left left) throws IOException {
    Path killed = folder.resolve("0.1.features");
    long checkpoint = write(killed);
    left.spoil(killed, checkpoint);
    byte[] before = Files.readAllBytes(killed);
    Path mine = folder.resolve("0.2.features");
    try (FeatureFile.Writer writer = FeatureFile.continueFrom(killed, checkpoint, mine)) {
      write(writer, CHECKED, ALL + 100);
      writer.force();
    }
    assertThat(Files.readAllBytes(killed)).isEqualTo(before);
    assertHolds(mine, ALL + 100);
    Files.delete(FeatureIndex.of(mine));
    assertHolds(mine, ALL + 100);
  }

  @Test
  void aThirdAttemptGoesOnWhereTheSecondWas() throws IOException {
    Path first = folder.resolve("0.1.features");
    Path second = folder.resolve("0.2.features");
    Path third = folder.resolve("0.3.features");
    long checkpoint = write(first);
    long next;
    try (FeatureFile.Writer writer = FeatureFile.continueFrom(first, checkpoint, second)) {
      write(writer, CHECKED, 4_000);
      next = writer.force();
      write(writer, 4_000, 4_500);
    }
    try (FeatureFile.Writer writer = FeatureFile.continueFrom(second, next, third)) {
      write(writer, 4_000, ALL);
    }
    assertHolds(third, ALL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000_000_000})
  void whatHasNoSuchCheckpointIsRefused(long beyond) throws IOException {
    Path killed = folder.resolve("0.1.features");
    long checkpoint = write(killed);
    assertThatThrownBy(
            () ->
                FeatureFile.continueFrom(
                    killed, checkpoint + beyond, folder.resolve("0.2.features")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("checkpoint");
  }

  /** Writes features, with a checkpoint in between, and ends without another. */
  private static long write(Path path) throws IOException {
    try (FeatureFile.Writer writer = FeatureFile.create(path, "EPSG:3857")) {
      write(writer, 0, CHECKED);
      long checkpoint = writer.force();
      write(writer, CHECKED, ALL);
      return checkpoint;
    }
  }

  private static void write(FeatureFile.Writer writer, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      writer.write(
          new Feature("f" + i, new GeometryFactory().createPoint(new Coordinate(i, -i)), Map.of()));
    }
  }

  private static void assertHolds(Path path, int count) throws IOException {
    FeatureFile file = FeatureFile.open(path);
    assertThat(file.size()).isEqualTo(count);
    for (int from : List.of(0, 1_024, 2_999, 3_000, 4_097)) {
      assertThat(numbers(file, from)).isEqualTo(IntStream.range(from, count).boxed().toList());
    }
  }

  private static List<Integer> numbers(FeatureFile file, long from) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (Items<Feature> items = file.readFrom(from)) {
      while (items.hasNext()) {
        numbers.add((int) items.next().geometry().getCoordinate().x);
      }
    }
    return numbers;
  }
}
