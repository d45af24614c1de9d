package org.drover.wps.processes.conformance;

import java.util.Optional;
import org.drover.wps.process.ConformanceProcess;
import org.drover.wps.process.CrsList;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;

/** The echo that the test suite for WPS 2.0 asks for by this identifier. */
@ConformanceProcess
@ProcessInfo(
    id = "org.n52.javaps.test.EchoProcess",
    title = "Echo for the test suite of WPS 2.0",
    version = "1.0.0",
    summary = "Gives each input back as the output of the same kind.",
    keywords = {"test", "echo", "conformance"})
public final class Wps20Echo implements DirectProcess<Wps20Echo.In, Wps20Echo.Out> {

  /** What to give back. */
  public record In(
      @Title("Literal to give back") Optional<String> literalInput,
      @Title("Data to give back")
          @Formats({
            @Encoded(mediaType = "text/xml"),
            @Encoded(mediaType = "application/json"),
            @Encoded(mediaType = "text/plain")
          })
          @MaxMegabytes(10)
          Optional<ComplexData> complexInput,
      @Title("Box to give back") @CrsList({"EPSG:4326", "OGC:CRS84"})
          Optional<BoundingBox> boundingboxInput) {}

  /** What was given. */
  public record Out(
      @Title("Literal given") Optional<String> literalOutput,
      @Title("Data given")
          @Formats({
            @Encoded(mediaType = "text/xml"),
            @Encoded(mediaType = "application/json"),
            @Encoded(mediaType = "text/plain")
          })
          Optional<ComplexData> complexOutput,
      @Title("Box given") @CrsList({"EPSG:4326", "OGC:CRS84"})
          Optional<BoundingBox> boundingboxOutput) {}

  @Override
  public Out run(In in, Execution execution) {
    return new Out(in.literalInput(), in.complexInput(), in.boundingboxInput());
  }
}
