package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.NONE;
import static org.drover.wps.web.ows.Namespace.OWS11;

import java.util.List;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.web.ows.XmlOut;

/** Writes which data an input or output carries (05-007r7 tables 19 to 33). */
final class DataDescriptionWriter {

  private static final long BYTES_PER_MEGABYTE = 1_000_000;

  private final XmlOut xml;

  DataDescriptionWriter(XmlOut xml) {
    this.xml = xml;
  }

  void writeInput(DataDescription data) {
    if (data instanceof DataDescription.Literal literal) {
      xml.open(NONE, "LiteralData");
      typeAndUnits(literal);
      allowed(literal.allowed());
      literal.defaultValue().ifPresent(value -> xml.element(NONE, "DefaultValue", value));
      xml.close();
    } else if (data instanceof DataDescription.Complex complex) {
      xml.open(NONE, "ComplexData");
      complex
          .maximumBytes()
          .ifPresent(bytes -> xml.attribute("maximumMegabytes", megabytes(bytes)));
      formats(complex.formats());
      xml.close();
    } else if (data instanceof DataDescription.Box box) {
      crs("BoundingBoxData", box.crs());
    }
  }

  void writeOutput(DataDescription data) {
    if (data instanceof DataDescription.Literal literal) {
      xml.open(NONE, "LiteralOutput");
      typeAndUnits(literal);
      xml.close();
    } else if (data instanceof DataDescription.Complex complex) {
      xml.open(NONE, "ComplexOutput");
      formats(complex.formats());
      xml.close();
    } else if (data instanceof DataDescription.Box box) {
      crs("BoundingBoxOutput", box.crs());
    }
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.max(1, bytes / BYTES_PER_MEGABYTE));
  }

  /** The name clients compare: what follows the colon is the plain type, as OWSLib takes it. */
  static String typeName(LiteralType type) {
    return "xs:" + type.xsdName();
  }

  private void typeAndUnits(DataDescription.Literal literal) {
    xml.open(OWS11, "DataType").attribute(OWS11, "reference", typeName(literal.type()));
    xml.text(literal.type().xsdName()).close();
    if (!literal.units().isEmpty()) {
      xml.open(NONE, "UOMs");
      xml.open(NONE, "Default").element(OWS11, "UOM", literal.units().get(0)).close();
      xml.open(NONE, "Supported");
      literal.units().forEach(unit -> xml.element(OWS11, "UOM", unit));
      xml.close().close();
    }
  }

  private void allowed(AllowedValues allowed) {
    if (allowed instanceof AllowedValues.OneOf some) {
      xml.open(OWS11, "AllowedValues");
      some.values().forEach(value -> xml.element(OWS11, "Value", value));
      some.ranges().forEach(this::range);
      xml.close();
    } else {
      xml.open(OWS11, "AnyValue").close();
    }
  }

  private void range(AllowedValues.Range range) {
    xml.open(OWS11, "Range").attribute(OWS11, "rangeClosure", range.closure());
    range.minimum().ifPresent(it -> xml.element(OWS11, "MinimumValue", it));
    range.maximum().ifPresent(it -> xml.element(OWS11, "MaximumValue", it));
    range.spacing().ifPresent(it -> xml.element(OWS11, "Spacing", it));
    xml.close();
  }

  private void formats(List<Format> formats) {
    xml.open(NONE, "Default");
    format(formats.get(0));
    xml.close().open(NONE, "Supported");
    formats.forEach(this::format);
    xml.close();
  }

  private void format(Format format) {
    xml.open(NONE, "Format");
    xml.element(NONE, "MimeType", format.mediaType());
    xml.optional(NONE, "Encoding", format.encoding());
    xml.optional(NONE, "Schema", format.schema());
    xml.close();
  }

  private void crs(String name, List<String> systems) {
    xml.open(NONE, name);
    xml.open(NONE, "Default").element(NONE, "CRS", systems.get(0)).close();
    xml.open(NONE, "Supported");
    systems.forEach(each -> xml.element(NONE, "CRS", each));
    xml.close().close();
  }
}
