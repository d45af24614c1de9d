package org.drover.wps.it.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.drover.wps.process.AllowedText;
import org.drover.wps.process.CrsList;
import org.drover.wps.process.Default;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Range;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;

/** Takes every kind of input there is and says what it got. */
@ProcessInfo(
    id = "kinds",
    title = "Kinds of inputs",
    version = "1.2.3",
    summary = "Says what it got.",
    keywords = "test")
public final class Kinds implements DirectProcess<Kinds.In, Kinds.Out> {

  /** One of each kind. */
  public record In(
      @Title("Must be given") String needed,
      @Title("Up to three words") @Occurs(min = 0, max = 3) List<String> words,
      @Title("Yes or no") Optional<Boolean> flag,
      @Title("Any number") Optional<Double> real,
      @Title("Whole number") Optional<BigInteger> whole,
      @Title("Day") Optional<LocalDate> day,
      @Title("Moment") Optional<OffsetDateTime> moment,
      @Title("From 0 to less than 10") @Range(min = "0", max = "10", maxOpen = true)
          Optional<Double> open,
      @Title("0, 5, 10 ... 50") @Range(min = "0", max = "50", spacing = "5")
          Optional<Integer> spaced,
      @Title("From 1 to 5") @Min(1) @Max(5) @Default("3") int few,
      @Title("Colour") @AllowedText({"red", "green"}) @Default("green") String colour,
      @Title("At most a megabyte")
          @Formats({
            @Encoded(mediaType = "text/plain"),
            @Encoded(mediaType = "text/xml"),
            @Encoded(mediaType = "application/octet-stream", encoding = "base64")
          })
          @MaxMegabytes(1)
          Optional<ComplexData> small,
      @Title("Box") @CrsList({"EPSG:4326", "OGC:CRS84"}) Optional<BoundingBox> box) {}

  /** What was got. */
  public record Out(
      @Title("All inputs in one line") String got,
      @Title("The day") Optional<LocalDate> day,
      @Title("The box") @CrsList({"EPSG:4326", "OGC:CRS84"}) Optional<BoundingBox> box) {}

  @Override
  public Out run(In in, Execution execution) {
    String got =
        String.join(
            "|",
            in.needed(),
            in.words().toString(),
            in.flag().map(Object::toString).orElse("-"),
            in.real().map(Object::toString).orElse("-"),
            in.whole().map(Object::toString).orElse("-"),
            in.moment().map(it -> it.toInstant().toString()).orElse("-"),
            Integer.toString(in.few()),
            in.colour());
    return new Out(got, in.day(), in.box());
  }
}
