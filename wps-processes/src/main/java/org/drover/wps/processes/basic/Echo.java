package org.drover.wps.processes.basic;

import java.util.Optional;
import org.drover.wps.process.About;
import org.drover.wps.process.CrsList;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;

/** Gives each input back as the output of the same name. */
@ProcessInfo(
    id = "echo",
    title = "Echo",
    version = "1.0.0",
    summary =
        "Gives back what it gets: each input becomes the output of the same name. Inputs not given"
            + " have no output; at least one is needed. Good for trying a client.",
    keywords = {"test", "echo", "literal", "complex", "bounding box"},
    metadata =
        @About(
            title = "OGC Web Processing Service 1.0.0",
            href = "https://portal.ogc.org/files/?artifact_id=24151"))
public final class Echo implements DirectProcess<Echo.In, Echo.Out> {

  /** The inputs; at least one is present. */
  public record In(
      @Title("Text") Optional<String> text,
      @Title(
              value = "Length",
              summary = "A number with a unit of measure; comes back in metres.",
              unit = "m",
              moreUnits = {"km", "ft"})
          Optional<Double> number,
      @Title(value = "Data", summary = "Comes back in the format it has; binary data as base64.")
          @Formats({
            @Encoded(mediaType = "text/xml"),
            @Encoded(mediaType = "application/json"),
            @Encoded(mediaType = "application/geo+json"),
            @Encoded(mediaType = "text/plain"),
            @Encoded(mediaType = "application/octet-stream", encoding = "base64"),
            @Encoded(mediaType = "image/png", encoding = "base64")
          })
          @MaxMegabytes(100)
          Optional<ComplexData> data,
      @Title("Bounding box") @CrsList({"EPSG:4326", "OGC:CRS84", "EPSG:3857"})
          Optional<BoundingBox> box) {
    public In {
      if (text.isEmpty() && number.isEmpty() && data.isEmpty() && box.isEmpty()) {
        throw new InvalidInputException(
            "text", "There is nothing to echo. Send at least one of text, number, data and box.");
      }
    }
  }

  /** The inputs again. */
  public record Out(
      @Title("Text") Optional<String> text,
      @Title(value = "Length", unit = "m") Optional<Double> number,
      @Title("Data")
          @Formats({
            @Encoded(mediaType = "text/xml"),
            @Encoded(mediaType = "application/json"),
            @Encoded(mediaType = "application/geo+json"),
            @Encoded(mediaType = "text/plain"),
            @Encoded(mediaType = "application/octet-stream", encoding = "base64"),
            @Encoded(mediaType = "image/png", encoding = "base64")
          })
          Optional<ComplexData> data,
      @Title("Bounding box") @CrsList({"EPSG:4326", "OGC:CRS84", "EPSG:3857"})
          Optional<BoundingBox> box) {}

  @Override
  public Out run(In in, Execution execution) {
    return new Out(in.text(), in.number(), in.data(), in.box());
  }
}
