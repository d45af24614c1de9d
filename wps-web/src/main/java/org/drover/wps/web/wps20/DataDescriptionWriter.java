package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.NONE;
import static org.drover.wps.web.ows.Namespace.OWS20;
import static org.drover.wps.web.ows.Namespace.WPS20;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.web.ows.XmlOut;

/** Writes which data an input or output carries (14-065r2 §8.3, wps:DataDescription). */
final class DataDescriptionWriter {

  private static final long BYTES_PER_MEGABYTE = 1_000_000;

  private final XmlOut xml;

  DataDescriptionWriter(XmlOut xml) {
    this.xml = xml;
  }

  /** Writes nothing of a group, whose members have descriptions of their own. */
  void write(DataDescription data) {
    if (data instanceof DataDescription.Literal literal) {
      xml.open(WPS20, "LiteralData");
      formats(SmallFormats.LITERAL, OptionalLong.empty());
      literal(literal);
      xml.close();
    } else if (data instanceof DataDescription.Complex complex) {
      xml.open(WPS20, "ComplexData");
      formats(complex.formats(), complex.maximumBytes());
      xml.close();
    } else if (data instanceof DataDescription.Box box) {
      xml.open(WPS20, "BoundingBoxData");
      formats(SmallFormats.BOX, OptionalLong.empty());
      systems(box.crs());
      xml.close();
    }
  }

  /** The default comes first, and is the only one marked as such. */
  private void formats(List<Format> formats, OptionalLong maximumBytes) {
    boolean first = true;
    for (Format format : formats) {
      xml.open(WPS20, "Format").attribute("mimeType", format.mediaType());
      xml.attribute("encoding", present(format.encoding()));
      xml.attribute("schema", present(format.schema()));
      maximumBytes.ifPresent(it -> xml.attribute("maximumMegabytes", megabytes(it)));
      markDefault(first);
      xml.close();
      first = false;
    }
  }

  private void markDefault(boolean first) {
    if (first) {
      xml.attribute("default", "true");
    }
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.max(1, bytes / BYTES_PER_MEGABYTE));
  }

  private void systems(List<String> systems) {
    boolean first = true;
    for (String each : systems) {
      xml.open(WPS20, "SupportedCRS");
      markDefault(first);
      xml.text(each).close();
      first = false;
    }
  }

  /** A domain for each unit. What is allowed is said in the default unit. */
  private void literal(DataDescription.Literal literal) {
    domain(literal, literal.units().stream().findFirst(), true);
    literal.units().stream().skip(1).forEach(unit -> domain(literal, Optional.of(unit), false));
  }

  private void domain(DataDescription.Literal literal, Optional<String> unit, boolean isDefault) {
    xml.open(NONE, "LiteralDataDomain");
    markDefault(isDefault);
    allowed(isDefault ? literal.allowed() : new AllowedValues.Any());
    xml.open(OWS20, "DataType").attribute(OWS20, "reference", literal.type().reference());
    xml.text(literal.type().xsdName()).close();
    unit.ifPresent(it -> xml.element(OWS20, "UOM", it));
    if (isDefault) {
      literal.defaultValue().ifPresent(it -> xml.element(OWS20, "DefaultValue", it));
    }
    xml.close();
  }

  private void allowed(AllowedValues allowed) {
    if (allowed instanceof AllowedValues.OneOf some) {
      xml.open(OWS20, "AllowedValues");
      some.values().forEach(value -> xml.element(OWS20, "Value", value));
      some.ranges().forEach(this::range);
      xml.close();
    } else {
      xml.open(OWS20, "AnyValue").close();
    }
  }

  private void range(AllowedValues.Range range) {
    xml.open(OWS20, "Range").attribute(OWS20, "rangeClosure", range.closure());
    range.minimum().ifPresent(it -> xml.element(OWS20, "MinimumValue", it));
    range.maximum().ifPresent(it -> xml.element(OWS20, "MaximumValue", it));
    range.spacing().ifPresent(it -> xml.element(OWS20, "Spacing", it));
    xml.close();
  }
}
