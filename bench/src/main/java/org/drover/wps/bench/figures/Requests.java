package org.drover.wps.bench.figures;

import java.nio.charset.StandardCharsets;

/** The requests that are sent, as bytes on the wire. */
final class Requests {

  static final String EXECUTE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<wps:Execute service=\"WPS\" version=\"1.0.0\""
          + " xmlns:wps=\"http://www.opengis.net/wps/1.0.0\""
          + " xmlns:ows=\"http://www.opengis.net/ows/1.1\">";

  private Requests() {}

  static byte[] get(String path) {
    return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  static byte[] post(String path, String xml) {
    byte[] body = bytes(xml);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return bytes(head + xml);
  }

  /** An Execute of {@code echo} with one literal. */
  static String echo(boolean stored) {
    return EXECUTE
        + identifier("echo")
        + "<wps:DataInputs>"
        + literal("text", "hello")
        + "</wps:DataInputs>"
        + (stored ? VectorRequest.STORED : "")
        + "</wps:Execute>";
  }

  /** An Execute of {@code wait}, stored. */
  static String wait(int seconds) {
    return EXECUTE
        + identifier("wait")
        + "<wps:DataInputs>"
        + literal("seconds", Integer.toString(seconds))
        + "</wps:DataInputs>"
        + VectorRequest.STORED
        + "</wps:Execute>";
  }

  static String identifier(String name) {
    return "<ows:Identifier>" + name + "</ows:Identifier>";
  }

  static String literal(String input, String value) {
    return "<wps:Input>"
        + identifier(input)
        + "<wps:Data><wps:LiteralData>"
        + value
        + "</wps:LiteralData></wps:Data></wps:Input>";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
