package org.drover.wps.execution.outside;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.FeatureCollection;
import org.locationtech.jts.geom.Geometry;

/** Gives back what it gets, of every kind there is. */
@ProcessInfo(id = "mirror", title = "Mirror", version = "1.0.0")
public final class Mirror implements DirectProcess<Mirror.In, Mirror.Out> {

  public record In(
      @Title("Text") String text,
      @Title("Numbers") List<Double> numbers,
      @Title("Day") Optional<LocalDate> day,
      @Title("Time") Optional<Duration> time,
      @Title("Geometry") Optional<Geometry> geometry,
      @Title("Features") Optional<FeatureCollection> features,
      @Title("Data") @Formats(@Encoded(mediaType = "text/plain")) Optional<ComplexData> data,
      @Title("Box") Optional<BoundingBox> box) {}

  public record Out(
      @Title("Text") String text,
      @Title("Sum") double sum,
      @Title("Day") Optional<LocalDate> day,
      @Title("Time") Optional<Duration> time,
      @Title("Geometry") Optional<Geometry> geometry,
      @Title("Features") Optional<FeatureCollection> features,
      @Title("Data") @Formats(@Encoded(mediaType = "text/plain")) Optional<ComplexData> data,
      @Title("Box") Optional<BoundingBox> box) {}

  @Override
  public Out run(In in, Execution execution) {
    execution.progress(50, "half");
    switch (in.text()) {
      case "refuse" -> throw new InvalidInputException("text", "Not this one.");
      case "break" -> throw new IllegalStateException("broken");
      case "wait" -> sayAndWait(execution);
      case "die" -> Runtime.getRuntime().halt(9);
      default -> System.err.println("said " + in.text());
    }
    double sum = in.numbers().stream().mapToDouble(it -> it).sum();
    return new Out(
        in.text(), sum, in.day(), in.time(), in.geometry(), in.features(), in.data(), in.box());
  }

  private static void sayAndWait(Execution execution) {
    System.err.println("said wait");
    execution.progress(90, "waits");
    while (true) {
      execution.checkStopped();
      LockSupport.parkNanos(10_000_000);
    }
  }
}
