package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.OWS11;
import static org.drover.wps.web.ows.Namespace.WPS10;
import static org.drover.wps.web.ows.Namespace.XLINK;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.Base64Choice;
import org.drover.wps.web.ows.ContentWriter;
import org.drover.wps.web.ows.OutputBody;
import org.drover.wps.web.ows.XmlOut;

/** Writes the request's inputs and outputs again, as received (05-007r7 §10.3.1, lineage). */
final class LineageWriter {

  private final XmlOut xml;
  private final ContentWriter content;
  private final ProcessDescription process;

  LineageWriter(XmlOut xml, ProcessDescription process) {
    this.xml = xml;
    this.content = new ContentWriter(xml);
    this.process = process;
  }

  void write(ExecuteRequest request) {
    List<Input> inputs = received(request);
    if (!inputs.isEmpty()) {
      xml.open(WPS10, "DataInputs");
      inputs.forEach(this::input);
      xml.close();
    }
    xml.open(WPS10, "OutputDefinitions");
    outputs(request).forEach(this::output);
    xml.close();
  }

  /** Defaults that the core has added stand behind what was received. */
  private static List<Input> received(ExecuteRequest request) {
    String count = request.notes().get(Wps10.INPUTS);
    return count == null
        ? request.inputs()
        : request.inputs().subList(0, Math.min(Integer.parseInt(count), request.inputs().size()));
  }

  private List<OutputRequest> outputs(ExecuteRequest request) {
    return request.outputs().isEmpty()
        ? process.leafOutputs().stream().map(OutputDescription::id).map(OutputRequest::of).toList()
        : request.outputs();
  }

  private void output(OutputRequest output) {
    xml.open(WPS10, "Output");
    xml.attribute("uom", output.unit());
    format(output.format());
    xml.attribute("asReference", Boolean.toString(output.asReference()));
    xml.element(OWS11, "Identifier", output.id());
    output.title().ifPresent(it -> xml.element(OWS11, "Title", it));
    output.summary().ifPresent(it -> xml.element(OWS11, "Abstract", it));
    xml.close();
  }

  private void format(DeclaredFormat format) {
    xml.attribute("mimeType", format.mediaType());
    xml.attribute("encoding", format.encoding());
    xml.attribute("schema", format.schema());
  }

  private void input(Input input) {
    xml.open(WPS10, "Input").element(OWS11, "Identifier", input.id());
    input.title().ifPresent(it -> xml.element(OWS11, "Title", it));
    input.summary().ifPresent(it -> xml.element(OWS11, "Abstract", it));
    if (input.value() instanceof InputValue.Reference reference) {
      reference(reference);
    } else {
      xml.open(WPS10, "Data");
      data(input);
      xml.close();
    }
    xml.close();
  }

  private void reference(InputValue.Reference reference) {
    xml.open(WPS10, "Reference").attribute(XLINK, "href", reference.href());
    xml.attribute("method", reference.post() ? "POST" : "GET");
    format(reference.format());
    for (InputValue.Header header : reference.headers()) {
      xml.open(WPS10, "Header").attribute("key", header.name());
      xml.attribute("value", header.value()).close();
    }
    reference
        .body()
        .filter(LineageWriter::isThere)
        .ifPresent(
            body -> {
              xml.open(WPS10, "Body");
              content.writeXml(body);
              xml.close();
            });
    reference
        .bodyHref()
        .ifPresent(href -> xml.open(WPS10, "BodyReference").attribute(XLINK, "href", href).close());
    xml.close();
  }

  private void data(Input input) {
    if (input.value() instanceof InputValue.Literal literal) {
      xml.open(WPS10, "LiteralData");
      xml.attribute("dataType", literal.dataType()).attribute("uom", literal.unit());
      xml.text(literal.text()).close();
    } else if (input.value() instanceof InputValue.Box box) {
      xml.open(WPS10, "BoundingBoxData").attribute("crs", box.crs());
      box.dimensions().ifPresent(it -> xml.attribute("dimensions", Integer.toString(it)));
      xml.element(OWS11, "LowerCorner", OutputBody.corner(box.lower()));
      xml.element(OWS11, "UpperCorner", OutputBody.corner(box.upper()));
      xml.close();
    } else if (input.value() instanceof InputValue.Complex complex) {
      xml.open(WPS10, "ComplexData");
      format(complex.format());
      complex(input.id(), complex);
      xml.close();
    }
  }

  /**
   * A large input is a file of its job; while the job is being removed its format alone is told.
   */
  private void complex(String id, InputValue.Complex complex) {
    if (!isThere(complex.content())) {
      return;
    }
    Optional<InputDescription> input = process.findInput(id);
    if (Base64Choice.applies(complex.format(), input)) {
      content.writeBase64(complex.content());
    } else if (isXml(complex.format(), input)) {
      content.writeXml(complex.content());
    } else {
      content.writeText(complex.content());
    }
  }

  private static boolean isThere(Content content) {
    return content.file().map(Files::exists).orElse(true);
  }

  private static boolean isXml(DeclaredFormat declared, Optional<InputDescription> input) {
    return declared
        .mediaType()
        .map(Format::of)
        .or(
            () ->
                input
                    .map(InputDescription::data)
                    .filter(DataDescription.Complex.class::isInstance)
                    .map(data -> ((DataDescription.Complex) data).formats().get(0)))
        .map(Format::isXml)
        .orElse(false);
  }
}
