package org.drover.wps.bench.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.drover.wps.bench.server.Http;

/**
 * An Execute of a vector process on inline polygons.
 *
 * @param literals further inputs, as XML
 * @param form the ResponseForm, as XML
 */
record VectorRequest(String process, int polygons, String literals, String form)
    implements Http.Body {

  static final String RAW =
      "<wps:ResponseForm><wps:RawDataOutput><ows:Identifier>result</ows:Identifier>"
          + "</wps:RawDataOutput></wps:ResponseForm>";

  static final String STORED =
      "<wps:ResponseForm><wps:ResponseDocument storeExecuteResponse=\"true\" status=\"true\"/>"
          + "</wps:ResponseForm>";

  /** The answer is stored; an output named goes by reference. */
  static String stored(String output) {
    return "<wps:ResponseForm><wps:ResponseDocument storeExecuteResponse=\"true\" status=\"true\">"
        + "<wps:Output asReference=\"true\"><ows:Identifier>"
        + output
        + "</ows:Identifier></wps:Output></wps:ResponseDocument></wps:ResponseForm>";
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    text(
        out,
        Requests.EXECUTE
            + Requests.identifier(process)
            + "<wps:DataInputs>"
            + literals
            + "<wps:Input>"
            + Requests.identifier("features")
            + "<wps:Data><wps:ComplexData mimeType=\"application/geo+json\"><![CDATA[");
    Polygons.write(out, polygons);
    text(
        out,
        "]]></wps:ComplexData></wps:Data></wps:Input></wps:DataInputs>" + form + "</wps:Execute>");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
