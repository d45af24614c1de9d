package org.drover.wps.web.ogcapi.result;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.drover.wps.data.json.ResultsJson;
import org.drover.wps.web.ogcapi.document.Accepted;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.execute.ExecuteDocument;
import org.drover.wps.web.ogcapi.result.Result.Made;
import org.drover.wps.web.ows.OutputBody;

/**
 * Sends what was made in the form that was asked for (18-062r2 §7.11, table 11): a document, or raw
 * outputs – one alone, several as parts of one body, addresses as links.
 */
public final class ResultAnswer {

  /** Relation of an address to the results it is one of. */
  private static final String OUTPUT = "item";

  private final Accepted accepted;

  /**
   * @param accepted by the client, whose request may have left the form to the server
   */
  public ResultAnswer(Accepted accepted) {
    this.accepted = accepted;
  }

  /** The answer with all outputs of a result. */
  public Response.ResponseBuilder of(Result result) {
    return (isDocument(result) ? document(result) : raw(result))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  /** Where the request does not say: several outputs are a document for clients that name JSON. */
  private boolean isDocument(Result result) {
    boolean negotiable = result.request().notes().containsKey(ExecuteDocument.NEGOTIABLE);
    if (!result.request().raw() || !negotiable) {
      return !result.request().raw();
    }
    return isSeveral(result)
        && accepted.names("application", "json")
        && !accepted.names("multipart", "related");
  }

  private static boolean isSeveral(Result result) {
    return result.outputs().size() > 1 || result.request().outputs().size() > 1;
  }

  private Response.ResponseBuilder raw(Result result) {
    List<Made> outputs = result.outputs();
    if (outputs.stream().allMatch(it -> it.reference().isPresent())) {
      return links(outputs);
    }
    return isSeveral(result) ? parts(outputs) : one(outputs.get(0));
  }

  /** One output by itself, whatever was asked for. */
  public Response.ResponseBuilder one(Made output) {
    OutputBody body = RawOutput.of(output.value(), accepted);
    long length = body.content().length();
    return Response.ok((StreamingOutput) out -> body.writeTo(out, 0, length))
        .header(HttpHeaders.CONTENT_TYPE, body.contentType())
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Response.ResponseBuilder links(List<Made> outputs) {
    Response.ResponseBuilder response = Response.noContent();
    for (Made output : outputs) {
      response.header(
          HttpHeaders.LINK,
          new Link(output.reference().orElseThrow(), OUTPUT, type(output), output.id()).header());
    }
    return response;
  }

  private static String type(Made output) {
    return RawOutput.of(output.value(), Accepted.of("*/*")).contentType();
  }

  private static Response.ResponseBuilder parts(List<Made> outputs) {
    Multipart parts = new Multipart(outputs);
    return Response.ok((StreamingOutput) parts::write)
        .header(HttpHeaders.CONTENT_TYPE, parts.contentType());
  }

  private static Response.ResponseBuilder document(Result result) {
    List<ResultsJson.Entry> entries = result.outputs().stream().map(ResultAnswer::entry).toList();
    return Response.ok((StreamingOutput) out -> ResultsJson.write(out, entries)).type(Link.JSON);
  }

  private static ResultsJson.Entry entry(Made output) {
    return output
        .reference()
        .<ResultsJson.Entry>map(it -> new ResultsJson.Reference(output.id(), it, type(output)))
        .orElseGet(() -> new ResultsJson.Value(output.id(), output.value(), output.plain()));
  }
}
