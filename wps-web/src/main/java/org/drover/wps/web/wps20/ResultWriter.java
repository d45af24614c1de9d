package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.OWS20;
import static org.drover.wps.web.ows.Namespace.WPS20;
import static org.drover.wps.web.ows.Namespace.XLINK;
import static org.drover.wps.web.ows.Namespace.XSI;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.drover.wps.data.Output;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.JobView;
import org.drover.wps.job.Job;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.IdPath;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Reply;
import org.drover.wps.web.ows.ResponseHeaders;
import org.drover.wps.web.ows.XmlOut;

/** Writes the outputs of a run: wps:Result, or the bare value (14-065r2 §9.5, §9.7). */
final class ResultWriter {

  private final XmlOut xml;
  private final ValueWriter values;

  private ResultWriter(XmlOut xml) {
    this.xml = xml;
    this.values = new ValueWriter(xml);
  }

  /** Answers with the outputs of a run that nobody can ask about again. */
  static void answer(Call call, List<Output> outputs, boolean raw) {
    requireSome(outputs);
    if (raw) {
      SmallBody.of(outputs.get(0)).send(call.response());
      return;
    }
    document(
        call.response(),
        writer -> outputs.forEach(output -> writer.output(output.id(), output, "")));
  }

  /** Answers with the outputs of a job that has succeeded. */
  static void answer(Call call, JobView view) {
    List<Output> outputs = view.outputs().stream().map(StoredOutput::output).toList();
    requireSome(outputs);
    if (view.request().raw() && outputs.size() == 1) {
      SmallBody.of(outputs.get(0)).send(call.response());
      return;
    }
    document(
        call.response(),
        writer -> {
          writer.head(view.job());
          view.outputs()
              .forEach(it -> writer.output(it.output().id(), it.output(), address(call, it)));
        });
  }

  private static String address(Call call, StoredOutput stored) {
    return stored.output().request().asReference() ? call.base() + "/outputs/" + stored.name() : "";
  }

  /** There is no document of no outputs (14-065r2 §9.5, wps:Result). */
  private static void requireSome(List<Output> outputs) {
    if (outputs.isEmpty()) {
      throw new WpsException(
          Fault.NO_SUCH_OUTPUT, "None of the outputs asked for was made from these inputs.");
    }
  }

  /** Writes what is inside. */
  @FunctionalInterface
  private interface Inside {
    void write(ResultWriter writer);
  }

  private static void document(HttpServletResponse response, Inside inside) {
    response.setContentType(ResponseHeaders.XML);
    Reply reply = new Reply(response);
    XmlOut xml = new XmlOut(reply);
    xml.root(WPS20, "Result", WPS20, OWS20, XLINK, XSI);
    xml.attribute(XSI, "schemaLocation", Wps20.SCHEMA_LOCATION);
    inside.write(new ResultWriter(xml));
    xml.close().end();
    reply.close();
  }

  private void head(Job job) {
    xml.element(WPS20, "JobID", job.id().toString());
    job.expires().ifPresent(it -> xml.element(WPS20, "ExpirationDate", Times.text(it)));
  }

  /**
   * The schema allows one element in an output, so that each nested output is in a group element of
   * its own.
   *
   * @param id path of the output
   * @param href where it can be fetched; empty to write it here
   */
  private void output(String id, Output output, String href) {
    List<String> path = IdPath.split(id);
    path.forEach(each -> xml.open(WPS20, "Output").attribute("id", each));
    if (href.isEmpty()) {
      values.writeData(output);
    } else {
      values.writeReference(href, output.value());
    }
    path.forEach(each -> xml.close());
  }
}
