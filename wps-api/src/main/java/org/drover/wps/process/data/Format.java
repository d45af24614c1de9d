package org.drover.wps.process.data;

import java.util.Locale;
import java.util.Objects;

/**
 * How complex data is written down (05-007r7 table 22: mimeType, encoding, schema).
 *
 * @param mediaType such as {@code application/geo+json}; never empty
 * @param encoding such as {@code UTF-8} or {@code base64}; empty for the media type's own
 * @param schema address of a schema; empty for none
 */
public record Format(String mediaType, String encoding, String schema) {

  public static final Format GEOJSON = of("application/geo+json");
  public static final Format GML32 =
      new Format(
          "application/gml+xml; version=3.2", "", "http://schemas.opengis.net/gml/3.2.1/gml.xsd");
  public static final Format WKT = of("application/wkt");
  public static final Format JSON = of("application/json");
  public static final Format XML = of("text/xml");
  public static final Format TEXT = of("text/plain");
  public static final Format BINARY = new Format("application/octet-stream", "base64", "");

  public Format {
    mediaType = Objects.requireNonNull(mediaType).trim();
    if (mediaType.isEmpty()) {
      throw new IllegalArgumentException("a format needs a media type");
    }
    encoding = encoding == null ? "" : encoding.trim();
    schema = schema == null ? "" : schema.trim();
  }

  /** A format known by its media type alone. */
  public static Format of(String mediaType) {
    return new Format(mediaType, "", "");
  }

  /** The media type without parameters, in lower case. */
  public String baseType() {
    int semicolon = mediaType.indexOf(';');
    return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
        .trim()
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the bytes are XML and can stand in an XML document as elements. */
  public boolean isXml() {
    String type = baseType();
    return type.endsWith("/xml") || type.endsWith("+xml");
  }

  /** Whether the bytes are JSON. */
  public boolean isJson() {
    String type = baseType();
    return type.endsWith("/json") || type.endsWith("+json");
  }

  /** Whether the bytes are characters and can stand in an XML document as text. */
  public boolean isText() {
    String type = baseType();
    return !isBase64()
        && (isXml()
            || type.startsWith("text/")
            || type.endsWith("json")
            || type.equals("application/wkt")
            || type.endsWith("/csv"));
  }

  /** Whether the data is carried as base64 inside XML and JSON. */
  public boolean isBase64() {
    return encoding.equalsIgnoreCase("base64");
  }
}
