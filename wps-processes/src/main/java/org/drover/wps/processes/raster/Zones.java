package org.drover.wps.processes.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;
import org.locationtech.jts.geom.Geometry;

/** The zones of a raster. Reads the features once, when first asked. */
final class Zones {

  private final FeatureCollection features;
  private final Grid grid;
  private final UnaryOperator<Geometry> toRaster;
  private List<ZoneScan> scans;

  /**
   * @param toRaster brings geometries into the CRS of the raster
   */
  Zones(FeatureCollection features, Grid grid, UnaryOperator<Geometry> toRaster) {
    this.features = features;
    this.grid = grid;
    this.toRaster = toRaster;
  }

  /** What the pixels of a block add up to, zone by zone. */
  synchronized List<ZoneSums> sums(Block block) {
    if (scans == null) {
      scans = read();
    }
    List<ZoneSums> sums = new ArrayList<>(scans.size());
    for (ZoneScan scan : scans) {
      sums.add(scan.meets(block.firstRow(), block.endRow()) ? sums(scan, block) : ZoneSums.EMPTY);
    }
    return sums;
  }

  private ZoneSums sums(ZoneScan scan, Block block) {
    RunningSums running = new RunningSums();
    for (int row = block.firstRow(); row < block.endRow(); row++) {
      int line = row;
      scan.scan(
          row,
          (from, to) -> {
            for (int column = from; column < to; column++) {
              double value = block.value(column, line);
              if (!grid.isNoData(value)) {
                running.add(value);
              }
            }
          });
    }
    return running.sums();
  }

  private List<ZoneScan> read() {
    List<ZoneScan> all = new ArrayList<>();
    try (Items<Feature> items = features.readFrom(0)) {
      while (items.hasNext()) {
        Feature zone = items.next();
        Geometry area =
            zone.findGeometry()
                .orElseThrow(
                    () ->
                        new InvalidInputException(
                            "zones", "The zone '" + zone.id() + "' has no geometry."));
        all.add(new ZoneScan(toRaster.apply(area), grid));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
