package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.OWS11;
import static org.drover.wps.web.ows.Namespace.WPS10;
import static org.drover.wps.web.ows.Namespace.XLINK;
import static org.drover.wps.web.ows.Namespace.XML;
import static org.drover.wps.web.ows.Namespace.XSI;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.drover.wps.data.Output;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.XmlOut;

/** Writes wps:ExecuteResponse (05-007r7 §10.3) for every state a job can be in. */
final class ExecuteResponseWriter {

  private final XmlOut xml;
  private final ValueWriter values;
  private final String base;

  /**
   * @param base public address of the server
   */
  ExecuteResponseWriter(OutputStream out, String base) {
    this.xml = new XmlOut(out);
    this.values = new ValueWriter(xml);
    this.base = base;
  }

  /** A run that is done, with its outputs. */
  void writeFinished(ExecuteAnswer.Finished answer, Instant created) {
    begin(answer.process(), answer.request(), Optional.empty());
    new StatusWriter(xml, language(answer.request())).writeSucceeded(created);
    lineage(answer.process(), answer.request());
    if (!answer.outputs().isEmpty()) {
      xml.open(WPS10, "ProcessOutputs");
      for (Output output : answer.outputs()) {
        open(answer.process(), output);
        values.writeData(output.value());
        xml.close();
      }
      xml.close();
    }
    end();
  }

  /** A run that failed while the client waited. */
  void writeFailed(
      ProcessDescription process, ExecuteRequest request, Instant created, OwsError error) {
    begin(process, request, Optional.empty());
    new StatusWriter(xml, language(request)).writeFailed(created, error);
    lineage(process, request);
    end();
  }

  /** A job, wherever it stands. */
  void writeJob(JobView view) {
    Optional<String> location =
        view.request().mode() == Mode.SYNC
            ? Optional.empty()
            : Optional.of(base + Wps10.PATH + Wps10.STATUS + "?id=" + view.job().id());
    begin(view.process(), view.request(), location);
    new StatusWriter(xml, language(view.request())).write(view);
    lineage(view.process(), view.request());
    if (!view.outputs().isEmpty()) {
      xml.open(WPS10, "ProcessOutputs");
      view.outputs().forEach(output -> stored(view.process(), output));
      xml.close();
    }
    end();
  }

  private void stored(ProcessDescription process, StoredOutput stored) {
    Output output = stored.output();
    open(process, output);
    if (output.request().asReference()) {
      values.writeReference(base + "/outputs/" + stored.name(), output.value());
    } else {
      values.writeData(output.value());
    }
    xml.close();
  }

  private static String language(ExecuteRequest request) {
    return request.notes().getOrDefault(Wps10.LANGUAGE, "en-US");
  }

  private void begin(
      ProcessDescription process, ExecuteRequest request, Optional<String> statusLocation) {
    xml.root(WPS10, "ExecuteResponse", WPS10, OWS11, XLINK, XSI);
    xml.attribute("service", "WPS").attribute("version", Wps10.VERSION);
    xml.attribute(XML, "lang", language(request));
    xml.attribute(
        XSI,
        "schemaLocation",
        WPS10.uri() + " http://schemas.opengis.net/wps/1.0.0/wpsExecute_response.xsd");
    xml.attribute("serviceInstance", base + Wps10.PATH + "?service=WPS&request=GetCapabilities");
    xml.attribute("statusLocation", statusLocation);
    xml.open(WPS10, "Process");
    Descriptions.writeVersion(xml, process);
    Descriptions.write(xml, process.id(), process.texts());
    xml.close();
  }

  private void lineage(ProcessDescription process, ExecuteRequest request) {
    if (Boolean.parseBoolean(request.notes().get(Wps10.LINEAGE))) {
      new LineageWriter(xml, process).write(request);
    }
  }

  private void open(ProcessDescription process, Output output) {
    Texts texts =
        process
            .findOutput(output.id())
            .map(OutputDescription::texts)
            .orElseGet(() -> Texts.titled(output.id()));
    xml.open(WPS10, "Output");
    Descriptions.write(
        xml,
        output.id(),
        new Texts(
            output.request().title().orElse(texts.title()),
            output.request().summary().orElse(texts.summary()),
            texts.keywords(),
            texts.metadata()));
  }

  private void end() {
    xml.close().end();
  }
}
