package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.NONE;
import static org.drover.wps.web.ows.Namespace.OWS11;
import static org.drover.wps.web.ows.Namespace.WPS10;
import static org.drover.wps.web.ows.Namespace.XLINK;
import static org.drover.wps.web.ows.Namespace.XML;
import static org.drover.wps.web.ows.Namespace.XSI;

import java.io.OutputStream;
import java.util.List;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.drover.wps.web.ows.XmlOut;

/** Writes wps:ProcessDescriptions (05-007r7 §9.3); what is below them is in no namespace. */
final class DescribeWriter {

  private final XmlOut xml;
  private final DataDescriptionWriter data;

  DescribeWriter(OutputStream out) {
    this.xml = new XmlOut(out);
    this.data = new DataDescriptionWriter(xml);
  }

  void write(List<ProcessDescription> processes, String language) {
    xml.root(WPS10, "ProcessDescriptions", WPS10, OWS11, XLINK, XSI);
    xml.attribute("service", "WPS").attribute("version", Wps10.VERSION);
    xml.attribute(XML, "lang", language);
    xml.attribute(
        XSI,
        "schemaLocation",
        WPS10.uri() + " http://schemas.opengis.net/wps/1.0.0/wpsDescribeProcess_response.xsd");
    processes.forEach(this::process);
    xml.close().end();
  }

  private void process(ProcessDescription process) {
    String stored = Boolean.toString(process.allows(JobControl.ASYNC_EXECUTE));
    xml.open(NONE, "ProcessDescription");
    Descriptions.writeVersion(xml, process);
    xml.attribute("storeSupported", stored).attribute("statusSupported", stored);
    Descriptions.write(xml, process.id(), process.texts());
    if (!process.inputs().isEmpty()) {
      xml.open(NONE, "DataInputs");
      process.inputs().forEach(this::input);
      xml.close();
    }
    xml.open(NONE, "ProcessOutputs");
    process.leafOutputs().forEach(this::output);
    xml.close().close();
  }

  private void input(InputDescription input) {
    xml.open(NONE, "Input");
    xml.attribute("minOccurs", Integer.toString(input.minOccurs()));
    xml.attribute("maxOccurs", Integer.toString(input.maxOccurs()));
    Descriptions.write(xml, input.id(), withDefault(input));
    data.writeInput(input.data());
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
    xml.open(NONE, "Output");
    Descriptions.write(xml, output.id(), output.texts());
    data.writeOutput(output.data());
    xml.close();
  }
}
