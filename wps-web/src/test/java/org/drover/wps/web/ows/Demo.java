package org.drover.wps.web.ows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.Metadata;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.drover.wps.process.registry.Offering;

/** Descriptions for the tests: one process with everything, one that only runs at once. */
public final class Demo {

  public static final ProcessDescription ALL = all();

  public static final ProcessDescription SYNC_ONLY =
      ProcessDescription.of("sync-only", "2.1")
          .jobControl(Set.of(JobControl.SYNC_EXECUTE))
          .literalInput("text", "Text", LiteralType.STRING)
          .literalOutput("text", "Text", LiteralType.STRING)
          .build();

  /** Its outputs are nested, which is told by paths. */
  public static final ProcessDescription NESTED_OUT =
      ProcessDescription.of("nested-out", "1")
          .groupOutput("figures", "Figures", SYNC_ONLY.outputs())
          .build();

  /** Not offered through WPS 1.0: its inputs are nested. */
  public static final ProcessDescription NESTED_IN =
      ProcessDescription.of("nested-in", "1")
          .groupInput("group", "Group", SYNC_ONLY.inputs())
          .literalOutput("text", "Text", LiteralType.STRING)
          .build();

  private Demo() {}

  private static ProcessDescription all() {
    AllowedValues ranges =
        new AllowedValues.OneOf(
            List.of("-1"),
            List.of(
                new AllowedValues.Range(
                    Optional.of("0"), Optional.of("10"), Optional.of("0.5"), true, false)));
    return ProcessDescription.of("demo", "1.0.0")
        .texts(
            new Texts(
                "Demo <&>",
                "With a control character \u0001 and a lone surrogate \uD800.",
                List.of("keyword"),
                List.of(new Metadata("manual", "http://example.org/manual?a=1&b=2"))))
        .queue("long")
        .input(
            new InputDescription(
                "distance",
                Texts.titled("Distance"),
                0,
                1,
                new DataDescription.Literal(
                    LiteralType.DOUBLE, List.of("m", "km"), ranges, Optional.of("1.5")),
                Double.class))
        .literalInput("text", "Text", LiteralType.STRING)
        .input(
            new InputDescription(
                "data",
                Texts.titled("Data"),
                0,
                1000,
                new DataDescription.Complex(
                    List.of(Format.XML, Format.GEOJSON, Format.TEXT), OptionalLong.of(3_000_000)),
                ComplexData.class))
        .complexInput("image", "Image", ComplexData.class, List.of(Format.BINARY))
        .input(
            new InputDescription(
                "box",
                Texts.titled("Box"),
                0,
                1,
                new DataDescription.Box(
                    List.of("EPSG:4326", "OGC:CRS84"), Optional.of("46,102,47,103")),
                BoundingBox.class))
        .output(
            new OutputDescription(
                "sum",
                Texts.titled("Sum"),
                new DataDescription.Literal(
                    LiteralType.DOUBLE, List.of("m"), new AllowedValues.Any(), Optional.empty()),
                Double.class))
        .complexOutput("result", "Result", ComplexData.class, List.of(Format.XML, Format.GEOJSON))
        .complexOutput("picture", "Picture", ComplexData.class, List.of(Format.BINARY))
        .output(
            new OutputDescription(
                "extent",
                Texts.titled("Extent"),
                new DataDescription.Box(List.of("EPSG:4326"), Optional.empty()),
                BoundingBox.class))
        .build();
  }

  /** A catalogue of both. */
  public static Catalogue catalogue() {
    List<Offering> offerings =
        List.of(
            new Offering.Direct(ALL, (inputs, execution) -> Map.of()),
            new Offering.Direct(SYNC_ONLY, (inputs, execution) -> Map.of()),
            new Offering.Direct(NESTED_OUT, (inputs, execution) -> Map.of()),
            new Offering.Direct(NESTED_IN, (inputs, execution) -> Map.of()));
    return new Catalogue() {
      @Override
      public List<Offering> listOfferings() {
        return offerings;
      }

      @Override
      public Optional<Offering> findOffering(String process) {
        return offerings.stream().filter(it -> it.description().id().equals(process)).findFirst();
      }

      @Override
      public long updateSequence() {
        return 7;
      }
    };
  }
}
