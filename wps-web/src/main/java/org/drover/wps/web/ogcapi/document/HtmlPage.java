package org.drover.wps.web.ogcapi.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.drover.wps.web.ows.Languages;

/**
 * Any document as a page for people (18-062r2 §9.3, HTML): the same members, in lists whose terms
 * are their names, and all links as such. No scripts, no styles, nothing fetched from elsewhere.
 */
public final class HtmlPage {

  public static final String CONTENT_TYPE = "text/html; charset=UTF-8";

  private final StringBuilder html = new StringBuilder(4096);

  private HtmlPage() {}

  /** Writes a document as a page with a heading. */
  public static byte[] write(String heading, JsonObject document) {
    HtmlPage page = new HtmlPage();
    page.head(heading);
    page.object(document);
    page.html.append("</main>\n</body>\n</html>\n");
    return page.html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head(String heading) {
    html.append("<!DOCTYPE html>\n<html lang=\"");
    text(Languages.DEFAULT.get());
    html.append("\">\n<head>\n<meta charset=\"UTF-8\">\n<title>");
    text(heading);
    html.append("</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n</head>\n");
    html.append("<body>\n<main>\n<h1>");
    text(heading);
    html.append("</h1>\n");
  }

  private void value(String name, JsonValue value) {
    switch (value.getValueType()) {
      case OBJECT -> object(value.asJsonObject());
      case ARRAY -> array(name, value.asJsonArray());
      case STRING -> string(((JsonString) value).getString());
      default -> text(value.toString());
    }
  }

  private void object(JsonObject object) {
    if (isLink(object)) {
      link(object);
      return;
    }
    html.append("<dl>\n");
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      html.append("<dt>");
      text(member.getKey());
      html.append("</dt>\n<dd>");
      value(member.getKey(), member.getValue());
      html.append("</dd>\n");
    }
    html.append("</dl>\n");
  }

  private void array(String name, JsonArray array) {
    html.append("<ul aria-label=\"");
    text(name);
    html.append("\">\n");
    for (JsonValue each : array) {
      html.append("<li>");
      value(name, each);
      html.append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private static boolean isLink(JsonObject object) {
    return object.get("href") instanceof JsonString href && isAddress(href.getString());
  }

  private static boolean isAddress(String text) {
    return text.matches("https?://[^\\s\"<>]+");
  }

  private void link(JsonObject link) {
    String href = link.getString("href");
    anchor(href, link.getString("title", link.getString("rel", href)));
    for (String member : new String[] {"rel", "type"}) {
      if (link.containsKey(member)) {
        html.append(", ").append(member).append(' ');
        text(link.getString(member));
      }
    }
  }

  private void anchor(String href, String label) {
    html.append("<a href=\"");
    text(href);
    html.append("\">");
    text(label);
    html.append("</a>");
  }

  private void string(String string) {
    if (isAddress(string)) {
      anchor(string, string);
    } else {
      text(string);
    }
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        default -> html.append(c);
      }
    }
  }
}
