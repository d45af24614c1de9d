package org.drover.wps.processes.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.plan.Items;

/** Makes the outputs from the sums. */
record Statistics(FeatureCollection zones, ZonalStatistics.Sums sums) {

  ZonalStatistics.Out outputs() {
    List<Feature> features = new ArrayList<>();
    StringBuilder table = new StringBuilder("id,count,sum,min,max,mean,stddev\r\n");
    try (Items<Feature> items = zones.readFrom(0)) {
      for (ZoneSums zone : sums.zones()) {
        Feature feature = items.next();
        features.add(withStatistics(feature, zone));
        table.append(row(feature.id(), zone));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ZonalStatistics.Out(
        FeatureCollection.of(zones.crs(), features),
        ComplexData.of(Format.of("text/csv"), table.toString()));
  }

  private static Feature withStatistics(Feature feature, ZoneSums zone) {
    Feature counted =
        feature.withProperty("count", zone.count()).withProperty("sum", zone.sum().value());
    return zone.count() == 0
        ? counted
        : counted
            .withProperty("min", zone.min())
            .withProperty("max", zone.max())
            .withProperty("mean", zone.mean())
            .withProperty("stddev", zone.deviation());
  }

  /** A row of RFC 4180. */
  private static String row(String id, ZoneSums zone) {
    String name = "\"" + id.replace("\"", "\"\"") + "\"";
    String rest =
        zone.count() == 0
            ? ",,,"
            : zone.min() + "," + zone.max() + "," + zone.mean() + "," + zone.deviation();
    return name + "," + zone.count() + "," + zone.sum().value() + "," + rest + "\r\n";
  }
}
