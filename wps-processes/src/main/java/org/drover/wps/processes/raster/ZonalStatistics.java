package org.drover.wps.processes.raster;

import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.drover.wps.process.About;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Formats;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.crs.Crs;
import org.drover.wps.processes.crs.PositionMapping;
import org.drover.wps.processes.geometry.CollectionCrs;
import org.locationtech.jts.geom.Geometry;

/** Statistics of the pixels of a raster, zone by zone. */
@Deterministic
@ProcessInfo(
    id = "zonal-statistics",
    title = "Zonal statistics",
    version = "1.0.0",
    summary =
        "Count, sum, least and greatest value, mean and standard deviation of the pixels of a raster"
            + " whose centres lie in each zone. Pixels without a value do not count. Zones in"
            + " another CRS are brought into that of the raster. Rasters are GeoTIFF files, north"
            + " up, of integers or floating point numbers, with strips or tiles, uncompressed or with"
            + " LZW, Deflate or PackBits, below 4 GB.",
    keywords = {"raster", "GeoTIFF", "zonal statistics", "mean", "vector"},
    metadata =
        @About(title = "OGC GeoTIFF 1.1", href = "https://docs.ogc.org/is/19-008r4/19-008r4.html"),
    queue = "long")
public final class ZonalStatistics
    implements PartitionedProcess<ZonalStatistics.In, ZonalStatistics.Out> {

  private static final int MOST_ZONES = 10_000;

  /** The raster and the zones. */
  public record In(
      @Title("Raster")
          @Formats({
            @Encoded(mediaType = "image/tiff", encoding = "base64"),
            @Encoded(mediaType = "image/tiff; subtype=geotiff", encoding = "base64")
          })
          ComplexData raster,
      @Title(value = "Zones", summary = "At most 10 000 areas.") @MaxMegabytes(100)
          FeatureCollection zones,
      @Title(value = "Band", summary = "The first is 1.") @Min(1) @Default("1") int band,
      @Title(value = "Rows of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("1024")
          int rowsPerPart) {}

  /** The statistics, in two forms. */
  public record Out(
      @Title(
              value = "Zones with statistics",
              summary =
                  "Same ids, geometries, order and CRS, with the properties count, sum, min, max,"
                      + " mean and stddev (of the population); only count and sum where no pixel"
                      + " has a value.")
          FeatureCollection result,
      @Title(
              value = "Table of the statistics",
              summary = "One row for each zone, after a row of names.")
          @Formats(@Encoded(mediaType = "text/csv"))
          ComplexData table) {}

  /** Blocks of rows from one up to another, which is not in it. */
  record Part(int fromBlock, int toBlock) {}

  /** Sums of each zone. */
  record Sums(List<ZoneSums> zones) {
    Sums {
      zones = List.copyOf(zones);
    }

    static Sums zero(int zones) {
      return new Sums(Collections.nCopies(zones, ZoneSums.EMPTY));
    }

    Sums and(List<ZoneSums> more) {
      List<ZoneSums> all = new ArrayList<>(zones.size());
      for (int i = 0; i < zones.size(); i++) {
        all.add(zones.get(i).and(more.get(i)));
      }
      return new Sums(all);
    }
  }

  @Override
  public Plan<Out> plan(In in) throws IOException {
    int count = (int) Math.min(in.zones().size(), Integer.MAX_VALUE);
    if (count > MOST_ZONES) {
      throw new InvalidInputException(
          "zones", "There are " + count + " zones. Send at most " + MOST_ZONES + " at a time.");
    }
    Grid grid = grid(in);
    Zones zones = new Zones(in.zones(), grid, toRaster(in, grid));
    return Plan.over(parts(grid, in.rowsPerPart()))
        .read(
            part -> new Blocks(in.raster(), grid, part.fromBlock(), part.toBlock(), in.band() - 1))
        .checkpointEvery(4)
        .fold(() -> Sums.zero(count), (sums, block) -> sums.and(zones.sums(block)))
        .join(parts -> new Statistics(in.zones(), total(parts, count)).outputs());
  }

  private static Sums total(List<Sums> parts, int zones) {
    return parts.stream().reduce(Sums.zero(zones), (a, b) -> a.and(b.zones()));
  }

  private static Grid grid(In in) throws IOException {
    try (GeoTiff tiff = GeoTiff.open(in.raster(), "raster")) {
      return tiff.grid();
    }
  }

  private static UnaryOperator<Geometry> toRaster(In in, Grid grid) {
    if (grid.crs().isEmpty()) {
      return UnaryOperator.identity();
    }
    Crs raster = CollectionCrs.named(grid.crs().get(), "raster");
    Crs zones = CollectionCrs.of(in.zones(), "zones");
    PositionMapping mapping = zones.to(raster);
    return zones.sameAs(raster) ? UnaryOperator.identity() : mapping::map;
  }

  private static List<Part> parts(Grid grid, int rows) {
    int each = Math.max(1, rows / grid.rowsPerBlock());
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < grid.blocks(); from += each) {
      parts.add(new Part(from, (int) Math.min(grid.blocks(), (long) from + each)));
    }
    return parts;
  }
}
