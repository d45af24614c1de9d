package org.drover.wps.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.codec.BoxCodec;
import org.drover.wps.data.codec.FeatureFormat;
import org.drover.wps.data.codec.FeatureFormats;
import org.drover.wps.data.codec.GeometryCodec;
import org.drover.wps.data.codec.LiteralCodec;
import org.drover.wps.data.codec.Shortened;
import org.drover.wps.data.codec.Units;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.plan.Items;
import org.locationtech.jts.geom.Geometry;

/** Turns the value of an output into what the client asked for. */
public final class OutputEncoder {

  private static final int BUFFER = 1 << 16;

  private OutputEncoder() {}

  /**
   * Checks what a client asks for, before anything is run.
   *
   * @throws WpsException NO_SUCH_OUTPUT or UNSUPPORTED_FORMAT; locator: the output
   */
  public static void check(ProcessDescription process, List<OutputRequest> requests) {
    for (OutputRequest request : requests) {
      OutputDescription output =
          process.findOutput(request.id()).orElseThrow(() -> unknown(process, request));
      if (output.data() instanceof DataDescription.Complex complex) {
        format(complex, request);
      } else if (output.data() instanceof DataDescription.Literal literal) {
        unit(literal, request);
      } else if (output.members().isPresent()) {
        requireNoForm(output, request);
      }
    }
  }

  private static void requireNoForm(OutputDescription group, OutputRequest request) {
    if (!request.format().isNone() || request.unit().isPresent()) {
      String members = String.join(", ", group.leaves().map(OutputDescription::id).toList());
      throw new WpsException(
          Fault.UNSUPPORTED_FORMAT,
          request.id(),
          "Output '"
              + request.id()
              + "' is a group, which has neither format nor unit. Ask for its members: "
              + members
              + ".");
    }
  }

  private static WpsException unknown(ProcessDescription process, OutputRequest request) {
    String outputs =
        String.join(", ", process.leafOutputs().stream().map(OutputDescription::id).toList());
    return new WpsException(
        Fault.NO_SUCH_OUTPUT,
        request.id(),
        "Process '"
            + process.id()
            + "' has no output '"
            + Shortened.text(request.id())
            + "'. Its outputs are: "
            + outputs
            + ".");
  }

  private static Format format(DataDescription.Complex complex, OutputRequest request) {
    return FormatMatch.resolve(complex.formats(), request.format())
        .orElseThrow(
            () -> unsupported(request, "this format", FormatMatch.list(complex.formats())));
  }

  /** The unit asked for; the default when none is, and empty when the output has none. */
  private static String unit(DataDescription.Literal literal, OutputRequest request) {
    if (request.unit().isEmpty()) {
      return literal.units().stream().findFirst().orElse("");
    }
    String wanted = request.unit().get();
    return literal.units().stream()
        .filter(it -> Units.same(it, wanted))
        .findFirst()
        .orElseThrow(
            () ->
                unsupported(
                    request,
                    "the unit '" + Shortened.text(wanted) + "'",
                    literal.units().isEmpty() ? "no unit" : String.join(", ", literal.units())));
  }

  private static WpsException unsupported(OutputRequest request, String what, String instead) {
    return new WpsException(
        Fault.UNSUPPORTED_FORMAT,
        request.id(),
        "Output '"
            + request.id()
            + "' is not available in "
            + what
            + ". Ask for: "
            + instead
            + ".");
  }

  /**
   * Encodes one output.
   *
   * @param value as the process gave it
   * @param file where the bytes go when they are many; its folder exists or can be made
   */
  public static Output encode(
      OutputDescription output, OutputRequest request, Object value, Path file) throws IOException {
    return new Output(output.id(), request, encodeValue(output.data(), request, value, file));
  }

  private static OutputValue encodeValue(
      DataDescription data, OutputRequest request, Object value, Path file) throws IOException {
    if (data instanceof DataDescription.Literal literal) {
      return encodeLiteral(literal, request, value);
    }
    if (data instanceof DataDescription.Complex complex) {
      Format format = delivered(complex, request, value);
      return new OutputValue.Complex(format, write(format, value, file));
    }
    return BoxCodec.write((BoundingBox) value);
  }

  private static OutputValue encodeLiteral(
      DataDescription.Literal literal, OutputRequest request, Object value) {
    String unit = unit(literal, request);
    if (unit.isEmpty()) {
      return new OutputValue.Literal(
          LiteralCodec.format(literal.type(), value), literal.type(), Optional.empty());
    }
    Object converted = value;
    String own = literal.units().get(0);
    if (value instanceof Number number && !unit.equals(own)) {
      converted =
          LiteralCodec.ofNumber(
              literal.type(),
              Units.convert(number.doubleValue(), own, unit)
                  .orElseThrow(
                      () -> new IllegalArgumentException("no way from " + own + " to " + unit)));
    }
    return new OutputValue.Literal(
        LiteralCodec.format(literal.type(), converted), literal.type(), Optional.of(unit));
  }

  /** A process that writes bytes itself decides on the format, unless the client asked for one. */
  private static Format delivered(
      DataDescription.Complex complex, OutputRequest request, Object value) {
    Format wanted = format(complex, request);
    if (!(value instanceof ComplexData data) || data.format().equals(wanted)) {
      return wanted;
    }
    if (request.format().isNone() && complex.formats().contains(data.format())) {
      return data.format();
    }
    if (FormatMatch.resolve(List.of(wanted), DeclaredFormat.of(data.format())).isPresent()) {
      return wanted;
    }
    throw unsupported(request, wanted.mediaType() + " this time", data.format().mediaType());
  }

  private static Content write(Format format, Object value, Path file) throws IOException {
    Spool spool = new Spool(file, Long.MAX_VALUE, null);
    try (spool) {
      OutputStream out = new BufferedOutputStream(spool, BUFFER);
      if (value instanceof FeatureCollection features) {
        writeFeatures(format, features, out);
      } else if (value instanceof Geometry geometry) {
        GeometryCodec.write(format, geometry, out);
      } else {
        try (InputStream in = ((ComplexData) value).open()) {
          in.transferTo(out);
        }
      }
      out.flush();
    }
    return spool.content();
  }

  private static void writeFeatures(Format format, FeatureCollection features, OutputStream out)
      throws IOException {
    try (FeatureFormat.FeatureWriter writer =
            FeatureFormats.get(format).write(out, features.crs());
        Items<Feature> all = features.readFrom(0)) {
      while (all.hasNext()) {
        writer.write(all.next());
      }
    }
  }
}
