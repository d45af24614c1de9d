package org.drover.wps.processes.conformance;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.drover.wps.process.ConformanceProcess;
import org.drover.wps.process.CrsList;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.JsonSchema;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Range;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;

/**
 * The echo that the test suite for OGC API - Processes wants: one input and one output of each kind
 * of schema. Some of its requests give one input alone, so none is required.
 */
@ConformanceProcess
@ProcessInfo(
    id = "conformance-echo",
    title = "Echo for the test suite of OGC API - Processes",
    version = "1.0.0",
    summary = "Gives each input back as the output of the same name, after a pause.",
    keywords = {"test", "echo", "conformance"})
public final class OgcApiEcho implements DirectProcess<OgcApiEcho.In, OgcApiEcho.Out> {

  static final String NUMBERS =
      """
      {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 1000}
      """;

  static final String EITHER =
      """
      {"oneOf": [
        {"type": "string"},
        {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}]}
      """;

  static final String OBJECT =
      """
      {"type": "object", "properties": {"name": {"type": "string"}, "size": {"type": "number"}}}
      """;

  private static final long NAP_MILLISECONDS = 20;

  /** What to give back. */
  public record In(
      @Title("Text to give back") Optional<String> text,
      @Title("Numbers to give back") @JsonSchema(NUMBERS) @MaxMegabytes(1)
          Optional<ComplexData> numbers,
      @Title("Box to give back") @CrsList({"OGC:CRS84", "EPSG:4326"}) Optional<BoundingBox> box,
      @Title("Text or object to give back") @JsonSchema(EITHER) @MaxMegabytes(1)
          Optional<ComplexData> either,
      @Title("Object to give back") @JsonSchema(OBJECT) @MaxMegabytes(1)
          Optional<ComplexData> object,
      @Title("Image to give back")
          @Formats(@Encoded(mediaType = "image/tiff", encoding = "base64"))
          @MaxMegabytes(10)
          Optional<ComplexData> image,
      @Title(value = "Time to wait before", unit = "s") @Range(min = "0", max = "60")
          Optional<Double> pause) {}

  /** What was given. */
  public record Out(
      @Title("Text given") Optional<String> text,
      @Title("Numbers given") @JsonSchema(NUMBERS) Optional<ComplexData> numbers,
      @Title("Box given") @CrsList({"OGC:CRS84", "EPSG:4326"}) Optional<BoundingBox> box,
      @Title("Text or object given") @JsonSchema(EITHER) Optional<ComplexData> either,
      @Title("Object given") @JsonSchema(OBJECT) Optional<ComplexData> object,
      @Title("Image given") @Formats(@Encoded(mediaType = "image/tiff", encoding = "base64"))
          Optional<ComplexData> image) {}

  @Override
  public Out run(In in, Execution execution) throws InterruptedException {
    long end = System.nanoTime() + Math.round(in.pause().orElse(0.0) * 1e9);
    while (System.nanoTime() < end) {
      execution.checkStopped();
      TimeUnit.MILLISECONDS.sleep(NAP_MILLISECONDS);
    }
    return new Out(in.text(), in.numbers(), in.box(), in.either(), in.object(), in.image());
  }
}
