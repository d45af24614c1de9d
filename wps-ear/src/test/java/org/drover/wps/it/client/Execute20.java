package org.drover.wps.it.client;

/** Builds a wps:Execute document of WPS 2.0. */
public final class Execute20 {

  private final String process;
  private final StringBuilder body = new StringBuilder();
  private String attributes = "mode=\"sync\" response=\"document\"";

  private Execute20(String process) {
    this.process = process;
  }

  public static Execute20 of(String process) {
    return new Execute20(process);
  }

  public Execute20 as(String mode, String response) {
    attributes = "mode=\"" + mode + "\" response=\"" + response + "\"";
    return this;
  }

  /** Other attributes of the root, or none. */
  public Execute20 attributes(String text) {
    attributes = text;
    return this;
  }

  /** An input whose wps:Data is this text. */
  public Execute20 data(String id, Object text) {
    return data(id, "", text);
  }

  /**
   * @param content as it stands in the document
   */
  public Execute20 data(String id, String attributesOfData, Object content) {
    return input(id, "<wps:Data " + attributesOfData + ">" + content + "</wps:Data>");
  }

  public Execute20 reference(String id, Object href, String attributesOfReference, String inside) {
    return input(
        id,
        "<wps:Reference xlink:href=\""
            + href.toString().replace("&", "&amp;")
            + "\" "
            + attributesOfReference
            + ">"
            + inside
            + "</wps:Reference>");
  }

  public Execute20 input(String id, String inside) {
    return raw("<wps:Input id=\"" + id + "\">" + inside + "</wps:Input>");
  }

  public Execute20 output(String id) {
    return output(id, "");
  }

  public Execute20 output(String id, String attributesOfOutput) {
    return raw("<wps:Output id=\"" + id + "\" " + attributesOfOutput + "/>");
  }

  /** Elements as they stand in the document. */
  public Execute20 raw(String xml) {
    body.append(xml);
    return this;
  }

  @Override
  public String toString() {
    return document(
        "wps:Execute", attributes, "<ows:Identifier>" + process + "</ows:Identifier>" + body);
  }

  /** Any request document. */
  public static String document(String root, String attributes, String inside) {
    return "<"
        + root
        + " service=\"WPS\" version=\"2.0.0\" xmlns:wps=\"http://www.opengis.net/wps/2.0\""
        + " xmlns:ows=\"http://www.opengis.net/ows/2.0\" xmlns:drover=\"urn:drover:1.0\""
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + attributes
        + ">"
        + inside
        + "</"
        + root
        + ">";
  }
}
