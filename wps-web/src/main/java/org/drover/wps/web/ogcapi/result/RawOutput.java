package org.drover.wps.web.ogcapi.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.drover.wps.data.Content;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.json.OutputJson;
import org.drover.wps.web.ogcapi.document.Accepted;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ows.OutputBody;

/** An output by itself: the bytes of its format; a literal as text, a box as JSON. */
final class RawOutput {

  private RawOutput() {}

  /**
   * The body.
   *
   * @param accepted whether a client names JSON, and gets a literal in it
   */
  static OutputBody of(OutputValue value, Accepted accepted) {
    boolean text = value instanceof OutputValue.Literal && !accepted.names("application", "json");
    return text || value instanceof OutputValue.Complex ? OutputBody.of(value) : json(value);
  }

  private static OutputBody json(OutputValue value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      OutputJson.write(bytes, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OutputBody(Link.JSON, new Content.InMemory(bytes.toByteArray()));
  }
}
