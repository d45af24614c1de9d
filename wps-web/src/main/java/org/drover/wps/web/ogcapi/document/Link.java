package org.drover.wps.web.ogcapi.document;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * A link (18-062r2, link.yaml; RFC 8288).
 *
 * @param href absolute address
 * @param rel relation of the target to the document the link stands in
 * @param type media type of the target; empty for any
 * @param title for people; may be empty
 */
public record Link(String href, String rel, String type, String title) {

  public static final String JSON = "application/json";
  public static final String HTML = "text/html";

  /** As a member of {@code links}. */
  public JsonObject json() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("href", href).add("rel", rel);
    if (!type.isEmpty()) {
      json.add("type", type);
    }
    if (!title.isEmpty()) {
      json.add("title", title);
    }
    return json.build();
  }

  /** As a Link header (RFC 8288 §3). */
  public String header() {
    String header = "<" + href + ">; rel=\"" + rel + '"';
    if (!type.isEmpty()) {
      header += "; type=\"" + type.replace("\"", "'") + '"';
    }
    return title.isEmpty() ? header : header + "; title=\"" + title.replace("\"", "'") + '"';
  }

  /** The array of links. */
  public static JsonArrayBuilder array(List<Link> links) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    links.forEach(it -> array.add(it.json()));
    return array;
  }
}
