package org.drover.wps.web.ogcapi.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.web.ogcapi.document.Accepted;
import org.drover.wps.web.ogcapi.result.Result.Made;
import org.drover.wps.web.ows.OutputBody;

/** Several outputs in one body (RFC 2387, 18-062r2 §7.11.2): each a part, or its address. */
final class Multipart {

  private static final String NEW_LINE = "\r\n";

  private final String boundary = UUID.randomUUID().toString();
  private final List<Made> outputs;

  Multipart(List<Made> outputs) {
    this.outputs = outputs;
  }

  String contentType() {
    String type = outputs.isEmpty() ? "text/plain" : body(outputs.get(0)).contentType();
    return "multipart/related; type=\""
        + type.replaceFirst(";.*", "")
        + "\"; boundary=\""
        + boundary
        + '"';
  }

  private static OutputBody body(Made output) {
    return RawOutput.of(output.value(), Accepted.of("*/*"));
  }

  void write(OutputStream out) throws IOException {
    for (Made output : outputs) {
      part(out, output);
    }
    text(out, "--" + boundary + "--" + NEW_LINE);
  }

  private void part(OutputStream out, Made output) throws IOException {
    OutputBody body = body(output);
    Optional<String> reference = output.reference();
    text(out, "--" + boundary + NEW_LINE);
    text(out, "Content-Type: " + body.contentType() + NEW_LINE);
    text(out, "Content-ID: " + contentId(output.id()) + NEW_LINE);
    if (reference.isPresent()) {
      text(out, "Content-Location: " + reference.get() + NEW_LINE + NEW_LINE);
    } else {
      text(out, NEW_LINE);
      body.writeTo(out, 0, body.content().length());
    }
    text(out, NEW_LINE);
  }

  /** Identifiers of outputs have no line ends; what a header cannot carry is replaced. */
  private static String contentId(String id) {
    return id.replaceAll("[^\\x21-\\x7e]", "_");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
