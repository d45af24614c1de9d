package org.drover.wps.it.soap;

/** Requests for SOAP. */
public final class Envelopes {

  static final String RAW =
      "<wps:ResponseForm><wps:RawDataOutput><ows:Identifier>text</ows:Identifier>"
          + "</wps:RawDataOutput></wps:ResponseForm>";

  private Envelopes() {}

  /** A document in an envelope. */
  public static String of(String soap, String body) {
    return "<s:Envelope xmlns:s='" + soap + "'><s:Body>" + body + "</s:Body></s:Envelope>";
  }

  /** An Execute of echo. */
  public static String echo(String text, String form) {
    return execute(
        "echo",
        "<wps:DataInputs><wps:Input><ows:Identifier>text</ows:Identifier><wps:Data>"
            + "<wps:LiteralData>"
            + text
            + "</wps:LiteralData></wps:Data></wps:Input></wps:DataInputs>",
        form);
  }

  static String execute(String process, String inputs, String form) {
    return "<wps:Execute xmlns:wps='http://www.opengis.net/wps/1.0.0'"
        + " xmlns:ows='http://www.opengis.net/ows/1.1' service='WPS' version='1.0.0'>"
        + "<ows:Identifier>"
        + process
        + "</ows:Identifier>"
        + inputs
        + form
        + "</wps:Execute>";
  }
}
