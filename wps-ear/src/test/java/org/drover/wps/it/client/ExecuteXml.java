package org.drover.wps.it.client;

/** Builds a wps:Execute document. */
public final class ExecuteXml {

  private final String process;
  private final StringBuilder inputs = new StringBuilder();
  private String form = "";
  private String attributes = "";

  private ExecuteXml(String process) {
    this.process = process;
  }

  public static ExecuteXml of(String process) {
    return new ExecuteXml(process);
  }

  /** Attributes of the root, such as {@code language="en-US"}. */
  public ExecuteXml attributes(String text) {
    attributes = " " + text;
    return this;
  }

  public ExecuteXml literal(String id, Object value) {
    return literal(id, value, "");
  }

  public ExecuteXml literal(String id, Object value, String attributesOfData) {
    return data(id, "<wps:LiteralData " + attributesOfData + ">" + value + "</wps:LiteralData>");
  }

  /**
   * @param content as it stands in the document
   */
  public ExecuteXml complex(String id, String attributesOfData, String content) {
    return data(id, "<wps:ComplexData " + attributesOfData + ">" + content + "</wps:ComplexData>");
  }

  public ExecuteXml box(String id, String attributesOfData, String lower, String upper) {
    return data(
        id,
        "<wps:BoundingBoxData "
            + attributesOfData
            + "><ows:LowerCorner>"
            + lower
            + "</ows:LowerCorner><ows:UpperCorner>"
            + upper
            + "</ows:UpperCorner></wps:BoundingBoxData>");
  }

  private ExecuteXml data(String id, String data) {
    return input(id, "<wps:Data>" + data + "</wps:Data>");
  }

  public ExecuteXml reference(String id, Object href, String attributesOfReference) {
    return reference(id, href, attributesOfReference, "");
  }

  /**
   * @param children Header, Body and BodyReference
   */
  public ExecuteXml reference(
      String id, Object href, String attributesOfReference, String children) {
    return input(
        id,
        "<wps:Reference xlink:href=\""
            + href.toString().replace("&", "&amp;")
            + "\" "
            + attributesOfReference
            + ">"
            + children
            + "</wps:Reference>");
  }

  /**
   * @param value wps:Data or wps:Reference
   */
  public ExecuteXml input(String id, String value) {
    inputs
        .append("<wps:Input><ows:Identifier>")
        .append(id)
        .append("</ows:Identifier>")
        .append(value)
        .append("</wps:Input>");
    return this;
  }

  /**
   * Asks for a response document.
   *
   * @param outputs each an identifier, with attributes after a blank
   */
  public ExecuteXml document(String attributesOfDocument, String... outputs) {
    StringBuilder text = new StringBuilder("<wps:ResponseDocument ");
    text.append(attributesOfDocument).append('>');
    for (String output : outputs) {
      text.append(output("Output", output));
    }
    form = text.append("</wps:ResponseDocument>").toString();
    return this;
  }

  public ExecuteXml raw(String output) {
    form = output("RawDataOutput", output);
    return this;
  }

  /** Asks for a stored document that tells the progress. */
  public ExecuteXml async(String... outputs) {
    return document("storeExecuteResponse=\"true\" status=\"true\"", outputs);
  }

  /**
   * @param xml inside of wps:ResponseForm
   */
  public ExecuteXml form(String xml) {
    form = xml;
    return this;
  }

  private static String output(String element, String output) {
    String[] words = output.split(" ", 2);
    return "<wps:"
        + element
        + (words.length > 1 ? " " + words[1] : "")
        + "><ows:Identifier>"
        + words[0]
        + "</ows:Identifier></wps:"
        + element
        + ">";
  }

  @Override
  public String toString() {
    return "<wps:Execute service=\"WPS\" version=\"1.0.0\" xmlns:wps=\"http://www.opengis.net/wps/1.0.0\""
        + " xmlns:ows=\"http://www.opengis.net/ows/1.1\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        + attributes
        + "><ows:Identifier>"
        + process
        + "</ows:Identifier>"
        + (inputs.length() == 0 ? "" : "<wps:DataInputs>" + inputs + "</wps:DataInputs>")
        + (form.isEmpty() ? "" : "<wps:ResponseForm>" + form + "</wps:ResponseForm>")
        + "</wps:Execute>";
  }
}
