package org.drover.wps.processes.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.DataBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.processes.Runs;
import org.drover.wps.processes.SampleFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonalStatisticsTest {

  private static final Format TIFF = new Format("image/tiff", "base64", "");
  private static final FeatureCollection FOUR_BY_TWO =
      SampleFeatures.of("OGC:CRS84", "POLYGON ((10 10, 14 10, 14 12, 10 12, 10 10))");

  private static double longitude(double longitude, double latitude) {
    return longitude;
  }

  private static ComplexData raster(RasterFile form, DoubleBinaryOperator values)
      throws IOException {
    return ComplexData.of(TIFF, form.of(values));
  }

  private static Feature only(ComplexData raster, FeatureCollection zones) throws Exception {
    return Runs.list(
            Runs.smoothly(new ZonalStatistics(), new ZonalStatistics.In(raster, zones, 1, 1024))
                .result())
        .get(0);
  }

  @Test
  void pixelsWithTheirCentreInAZoneCount() throws Exception {
    Feature zone =
        only(raster(RasterFile.ofFloats(360), ZonalStatisticsTest::longitude), FOUR_BY_TWO);

    assertThat(zone.properties())
        .containsEntry("count", 8L)
        .containsEntry("sum", 96.0)
        .containsEntry("min", 10.5)
        .containsEntry("max", 13.5)
        .containsEntry("mean", 12.0)
        .containsEntry("stddev", Math.sqrt(1.25));
  }

  @ParameterizedTest
  @CsvSource({
    DataBuffer.TYPE_BYTE + ",LZW,true",
    DataBuffer.TYPE_SHORT + ",Deflate,false",
    DataBuffer.TYPE_INT + ",PackBits,true",
    DataBuffer.TYPE_FLOAT + ",ZLib,false",
    DataBuffer.TYPE_DOUBLE + ",LZW,false"
  })
  void stripsAndTilesOfAllNumbersAreRead(int type, String compression, boolean tiled)
      throws Exception {
    RasterFile form = new RasterFile(360, type, compression, tiled, 255);

    Feature zone = only(raster(form, (longitude, latitude) -> Math.ceil(longitude)), FOUR_BY_TWO);

    assertThat(zone.properties()).containsEntry("sum", 2 * (11.0 + 12 + 13 + 14));
  }

  @Test
  void aHoleIsNotInTheZone() throws Exception {
    FeatureCollection ring =
        SampleFeatures.of(
            "OGC:CRS84", "POLYGON ((0 0, 5 0, 5 5, 0 5, 0 0), (1 1, 4 1, 4 4, 1 4, 1 1))");

    assertThat(
            only(raster(RasterFile.ofFloats(360), ZonalStatisticsTest::longitude), ring)
                .properties())
        .containsEntry("count", 16L);
  }

  @Test
  void pixelsWithoutAValueDoNotCount() throws Exception {
    ComplexData raster =
        raster(RasterFile.ofFloats(360), (longitude, latitude) -> longitude < 12 ? -9999 : 7);

    assertThat(only(raster, FOUR_BY_TWO).properties())
        .containsEntry("count", 4L)
        .containsEntry("mean", 7.0);
  }

  @Test
  void aZoneWithoutPixelsHasACountAlone() throws Exception {
    FeatureCollection tiny =
        SampleFeatures.of("OGC:CRS84", "POLYGON ((0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))");

    assertThat(
            only(raster(RasterFile.ofFloats(360), ZonalStatisticsTest::longitude), tiny)
                .properties())
        .containsEntry("count", 0L)
        .doesNotContainKey("mean");
  }

  @Test
  void zonesInAnotherCrsAreBroughtIntoThatOfTheRaster() throws Exception {
    FeatureCollection mercator =
        SampleFeatures.of(
            "EPSG:3857",
            "POLYGON ((1113194 1118890, 1558472 1118890, 1558472 1345708, 1113194 1345708, 1113194"
                + " 1118890))");

    assertThat(
            only(raster(RasterFile.ofFloats(360), ZonalStatisticsTest::longitude), mercator)
                .properties())
        .containsEntry("sum", 96.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 100, 300})
  void theSizeOfPartsAndCrashesDoNotShow(int rows) throws Exception {
    ComplexData raster =
        raster(RasterFile.ofFloats(1440), (longitude, latitude) -> Math.sin(longitude) / 3);
    FeatureCollection countries = SampleFeatures.countries();
    ZonalStatistics process = new ZonalStatistics();
    ZonalStatistics.In whole = new ZonalStatistics.In(raster, countries, 1, 100_000);
    ZonalStatistics.In cut = new ZonalStatistics.In(raster, countries, 1, rows);

    List<Feature> expected = Runs.list(Runs.smoothly(process, whole).result());

    assertThat(Runs.list(Runs.smoothly(process, cut).result())).isEqualTo(expected);
    assertThat(Runs.list(Runs.crashing(process, cut).result())).isEqualTo(expected);
  }

  @Test
  void theTableSaysTheSame(@TempDir Path folder) throws Exception {
    Path file =
        Files.write(
            folder.resolve("a.tif"), RasterFile.ofFloats(360).of(ZonalStatisticsTest::longitude));
    ZonalStatistics.Out out =
        Runs.smoothly(
            new ZonalStatistics(),
            new ZonalStatistics.In(ComplexData.of(TIFF, file), FOUR_BY_TWO, 1, 1024));

    try (InputStream table = out.table().open()) {
      assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              "id,count,sum,min,max,mean,stddev\r\n\"0\",8,96.0,10.5,13.5,12.0,"
                  + Math.sqrt(1.25)
                  + "\r\n");
    }
  }

  @Test
  void theSampleIsWarmAtTheEquatorAndColdInTheNorth() throws Exception {
    try (InputStream sample =
        getClass().getResourceAsStream("/META-INF/drover/samples/temperature.tif")) {
      ComplexData raster = ComplexData.of(TIFF, sample.readAllBytes());
      List<Feature> countries =
          Runs.list(
              Runs.smoothly(
                      new ZonalStatistics(),
                      new ZonalStatistics.In(raster, SampleFeatures.countries(), 1, 1024))
                  .result());

      assertThat(mean(countries, "Kenya")).isCloseTo(27, within(4.0));
      assertThat(mean(countries, "Greenland")).isCloseTo(-9, within(4.0));
    }
  }

  private static double mean(List<Feature> countries, String name) {
    return countries.stream()
        .filter(it -> name.equals(it.properties().get("name")))
        .map(it -> (Double) it.properties().get("mean"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSampleIsWhatItsGeneratorWrites() throws Exception {
    try (InputStream sample =
        getClass().getResourceAsStream("/META-INF/drover/samples/temperature.tif")) {
      ComplexData stored = ComplexData.of(TIFF, sample.readAllBytes());
      ComplexData fresh = ComplexData.of(TIFF, SampleRaster.bytes());
      try (GeoTiff left = GeoTiff.open(stored, "raster");
          GeoTiff right = GeoTiff.open(fresh, "raster")) {
        Grid grid = right.grid();
        assertThat(left.grid()).isEqualTo(grid);
        for (int block = 0; block < grid.blocks(); block++) {
          float[] expected = pixels(right.block(grid, block, 0));
          assertThat(pixels(left.block(grid, block, 0))).isEqualTo(expected);
        }
      }
    }
  }

  private static float[] pixels(Block block) {
    return block
        .pixels()
        .getSamples(0, 0, block.pixels().getWidth(), block.pixels().getHeight(), 0, (float[]) null);
  }

  @Test
  void whatIsNotATiffIsRefusedWithTheNameOfTheInput() {
    ComplexData text = ComplexData.of(TIFF, "not a raster");

    assertThatThrownBy(() -> only(text, FOUR_BY_TWO))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("raster"))
        .hasMessageContaining("Send a GeoTIFF");
  }

  @Test
  void aTiffWithoutAPlaceIsRefused() throws Exception {
    byte[] bytes = RasterFile.ofFloats(360).of(ZonalStatisticsTest::longitude);
    byte[] withoutScale = replaceTag(bytes, 33550, 65000);

    assertThatThrownBy(() -> only(ComplexData.of(TIFF, withoutScale), FOUR_BY_TWO))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("does not say where it lies");
  }

  private static byte[] replaceTag(byte[] tiff, int tag, int with) {
    boolean little = tiff[0] == 'I';
    byte[] changed = tiff.clone();
    for (int i = 8; i + 1 < changed.length; i++) {
      int low = changed[little ? i : i + 1] & 0xFF;
      int high = changed[little ? i + 1 : i] & 0xFF;
      if ((high << 8 | low) == tag && changed[i + (little ? 2 : 3)] == 12) {
        changed[little ? i : i + 1] = (byte) with;
        changed[little ? i + 1 : i] = (byte) (with >> 8);
        return changed;
      }
    }
    throw new AssertionError("no tag " + tag);
  }

  @Test
  void aBandTheRasterDoesNotHaveIsRefused() throws Exception {
    ComplexData raster = raster(RasterFile.ofFloats(360), ZonalStatisticsTest::longitude);

    assertThatThrownBy(
            () ->
                Runs.smoothly(
                    new ZonalStatistics(), new ZonalStatistics.In(raster, FOUR_BY_TWO, 2, 1024)))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("band"));
  }
}
