package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.command.InvalidCommandFileException;

/** The media types that the formats of CWL, which are addresses, stand for. */
final class CwlFormats {

  static final String BINARY = "application/octet-stream";
  static final String TEXT = "text/plain";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern IANA =
      Pattern.compile("https?://www\\.iana\\.org/assignments/media-types/([^/]+/[^/]+)");
  private static final String EDAM = "http://edamontology.org/";
  private static final Map<String, String> OF_EDAM =
      Map.of(
          "format_2330", TEXT,
          "format_2332", "application/xml",
          "format_3464", "application/json",
          "format_3579", "image/jpeg",
          "format_3591", "image/tiff",
          "format_3603", "image/png",
          "format_3650", "application/x-netcdf",
          "format_3752", "text/csv",
          "format_3987", "application/zip");
  private static final Map<String, String> OF_ENDING =
      Map.of(
          "tif", "image/tiff",
          "tiff", "image/tiff",
          "png", "image/png",
          "jpg", "image/jpeg",
          "json", "application/json",
          "geojson", "application/geo+json",
          "xml", "application/xml",
          "csv", "text/csv",
          "txt", TEXT,
          "zip", "application/zip");

  private final Refusal refusal;
  private final JsonNode namespaces;

  CwlFormats(Refusal refusal, JsonNode namespaces) {
    this.refusal = refusal;
    this.namespaces = namespaces;
  }

  /** The formats of the model for one format, or a list of them. */
  ArrayNode read(JsonNode node) throws InvalidCommandFileException {
    ArrayNode formats = JSON.arrayNode();
    for (JsonNode each : node.isArray() ? node : JSON.arrayNode().add(node)) {
      formats.add(format(mediaType(node, refusal.plain(each))));
    }
    return formats;
  }

  /** The formats of the model for media types. */
  static ArrayNode of(String... mediaTypes) {
    ArrayNode formats = JSON.arrayNode();
    List.of(mediaTypes).forEach(it -> formats.add(format(it)));
    return formats;
  }

  /** What the ending of a file's name tells. */
  static String ofFile(String name) {
    return OF_ENDING.getOrDefault(name.replaceFirst("^.*\\.", ""), BINARY);
  }

  private static ObjectNode format(String mediaType) {
    ObjectNode format = JSON.objectNode().put("type", mediaType);
    boolean text = mediaType.startsWith("text/") || mediaType.matches(".*[/+](json|xml)");
    return text ? format : format.put("encoding", "base64");
  }

  private String mediaType(JsonNode node, String written) throws InvalidCommandFileException {
    String address = expanded(written);
    Matcher iana = IANA.matcher(address);
    Optional<String> type =
        iana.matches()
            ? Optional.of(iana.group(1))
            : Optional.ofNullable(OF_EDAM.get(address.replace(EDAM, "")))
                .filter(it -> address.startsWith(EDAM));
    return type.orElseThrow(
        () ->
            refusal.at(
                node,
                "format "
                    + written
                    + " is not known; write iana:TYPE/SUBTYPE, with iana in $namespaces as"
                    + " https://www.iana.org/assignments/media-types/"));
  }

  private String expanded(String written) {
    int colon = written.indexOf(':');
    JsonNode namespace = colon < 0 ? namespaces : namespaces.path(written.substring(0, colon));
    return namespace.isTextual() ? namespace.textValue() + written.substring(colon + 1) : written;
  }
}
