package org.drover.wps.processes.vector;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.drover.wps.process.About;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Range;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.crs.Crs;
import org.drover.wps.processes.geometry.CollectionCrs;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.MetreBuffer;
import org.drover.wps.processes.geometry.VectorCost;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** Grows or shrinks each feature by a distance in metres. */
@Deterministic
@ProcessInfo(
    id = "buffer",
    title = "Buffer",
    version = "1.0.0",
    summary =
        "Grows each feature by a distance, or shrinks it when the distance is below 0. Metres are"
            + " metres on the ground also when the features are in longitude and latitude: they are"
            + " then grown in local transverse Mercator projections (0.1 % off at most, up to"
            + " 500 km) and cut at the antimeridian; geometries wider than 4 degrees get round line"
            + " ends there. In a projected CRS the distance is measured in its plane.",
    keywords = {"vector", "geometry", "buffer", "distance"},
    metadata =
        @About(
            title = "BufferOp of the JTS Topology Suite",
            href =
                "https://locationtech.github.io/jts/javadoc/org/locationtech/jts/operation/buffer/BufferOp.html"))
public final class Buffer
    implements PartitionedProcess<Buffer.In, Buffer.Out>, Estimating<Buffer.In> {

  private static final double FARTHEST_ON_ELLIPSOID = 500_000;

  /** Measured with polygons of 16 positions and 8 segments, GeoJSON in and out. */
  private static final double SECONDS_PER_POSITION = 5e-6;

  private static final double BYTES_PER_POSITION = 300;

  /** How a line or point ends. */
  public enum EndCap {
    ROUND(BufferParameters.CAP_ROUND),
    FLAT(BufferParameters.CAP_FLAT),
    SQUARE(BufferParameters.CAP_SQUARE);

    private final int code;

    EndCap(int code) {
      this.code = code;
    }
  }

  /** What corners become. */
  public enum Join {
    ROUND(BufferParameters.JOIN_ROUND),
    MITRE(BufferParameters.JOIN_MITRE),
    BEVEL(BufferParameters.JOIN_BEVEL);

    private final int code;

    Join(int code) {
      this.code = code;
    }
  }

  /** What to grow, by how much and how. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(
              value = "Distance",
              summary = "Below 0 to shrink.",
              unit = "m",
              moreUnits = {"km", "ft", "mi"})
          @Range(min = "-10000000", max = "10000000")
          double distance,
      @Title(
              value = "Segments of a quarter circle",
              summary = "More give rounder corners and larger results.")
          @Min(1)
          @Max(100)
          @Default("8")
          int quadrantSegments,
      @Title("End of lines and points") @Default("ROUND") EndCap endCap,
      @Title("Corners") @Default("ROUND") Join join,
      @Title(
              value = "Longest mitre",
              summary = "As a multiple of the distance; for the corners MITRE.")
          @Range(min = "1", max = "100")
          @Default("5")
          double mitreLimit,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The grown features. */
  public record Out(
      @Title(value = "Grown features", summary = "Same ids, properties, order and CRS.")
          FeatureCollection result) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    double grown = in.features().size() * VectorCost.positionsPerFeature(in.features());
    double roundness = in.quadrantSegments() / 8.0;
    return Optional.of(
        VectorCost.of(in.features(), SECONDS_PER_POSITION * (1 + roundness) / 2)
            .andBytes(Math.round(grown * BYTES_PER_POSITION * (1 + roundness) / 2)));
  }

  @Override
  public Plan<Out> plan(In in) {
    Crs crs = CollectionCrs.of(in.features(), "features");
    if (crs.isGeographic() && Math.abs(in.distance()) > FARTHEST_ON_ELLIPSOID) {
      throw new InvalidInputException(
          "distance",
          "In longitude and latitude the distance is at most 500 km. Send less, or reproject the"
              + " features first.");
    }
    MetreBuffer buffer = MetreBuffer.in(crs, in.distance(), style(in));
    return FeatureChange.ofGeometries(in.features(), in.featuresPerPart(), buffer::grow)
        .join(Out::new);
  }

  private static BufferParameters style(In in) {
    return new BufferParameters(
        in.quadrantSegments(), in.endCap().code, in.join().code, in.mitreLimit());
  }
}
