package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.OWS20;
import static org.drover.wps.web.ows.Namespace.WPS20;
import static org.drover.wps.web.ows.Namespace.XLINK;
import static org.drover.wps.web.ows.Namespace.XML;
import static org.drover.wps.web.ows.Namespace.XSI;

import java.io.OutputStream;
import java.util.List;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.drover.wps.web.ows.XmlOut;

/** Writes wps:ProcessOfferings (14-065r2 §9.4). */
final class DescribeWriter {

  private final XmlOut xml;
  private final DataDescriptionWriter data;

  DescribeWriter(OutputStream out) {
    this.xml = new XmlOut(out);
    this.data = new DataDescriptionWriter(xml);
  }

  void write(List<Offer> offers, String language) {
    xml.root(WPS20, "ProcessOfferings", WPS20, OWS20, XLINK, XSI);
    xml.attribute(XSI, "schemaLocation", Wps20.SCHEMA_LOCATION);
    for (Offer offer : offers) {
      offer.open(xml, "ProcessOffering");
      process(offer.process(), language);
      xml.close();
    }
    xml.close().end();
  }

  private void process(ProcessDescription process, String language) {
    xml.open(WPS20, "Process").attribute(XML, "lang", language);
    Descriptions.write(xml, process.id(), process.texts());
    process.inputs().forEach(this::input);
    process.outputs().forEach(this::output);
    xml.close();
  }

  /** Both cardinalities are written: there are clients that take an absent one for 0. */
  private void input(InputDescription input) {
    xml.open(WPS20, "Input");
    xml.attribute("minOccurs", Integer.toString(input.minOccurs()));
    xml.attribute("maxOccurs", Integer.toString(input.maxOccurs()));
    Descriptions.write(xml, input.id(), withDefault(input));
    input.members().ifPresent(all -> all.forEach(this::input));
    data.write(input.data());
    xml.close();
  }

  /** A box has no element for its default; it is told in the abstract, as for complex data. */
  private static Texts withDefault(InputDescription input) {
    Texts texts = input.texts();
    if (input.data() instanceof DataDescription.Box box && box.defaultValue().isPresent()) {
      String told = "Default: " + box.defaultValue().get() + ".";
      String summary = texts.summary().isEmpty() ? told : texts.summary() + " " + told;
      return new Texts(texts.title(), summary, texts.keywords(), texts.metadata());
    }
    return texts;
  }

  private void output(OutputDescription output) {
    xml.open(WPS20, "Output");
    Descriptions.write(xml, output.id(), output.texts());
    output.members().ifPresent(all -> all.forEach(this::output));
    data.write(output.data());
    xml.close();
  }
}
