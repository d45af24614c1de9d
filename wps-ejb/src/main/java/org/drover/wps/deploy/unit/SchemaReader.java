package org.drover.wps.deploy.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;

/** Inputs and outputs described by JSON schemas (18-062r2 §8.1), as the model has them. */
final class SchemaReader {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String BOX = "ogc-bbox";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("boolean", "boolean"),
          Map.entry("integer", "integer"),
          Map.entry("integer int32", "int"),
          Map.entry("integer int64", "long"),
          Map.entry("number", "double"),
          Map.entry("number float", "float"),
          Map.entry("number double", "double"),
          Map.entry("string", "string"),
          Map.entry("string date", "date"),
          Map.entry("string date-time", "dateTime"),
          Map.entry("string time", "time"),
          Map.entry("string duration", "duration"),
          Map.entry("string uri", "anyURI"));
  private static final Set<String> LITERAL =
      Set.of("type", "format", "enum", "minimum", "maximum", "default");

  private final String name;
  private final boolean inputs;

  /**
   * @param inputs whether inputs are read, not outputs
   */
  SchemaReader(String name, boolean inputs) {
    this.name = name;
    this.inputs = inputs;
  }

  ObjectNode read(String id, JsonNode described) throws InvalidCommandFileException {
    ObjectNode model = JSON.objectNode();
    model.put("title", described.path("title").asText(id));
    if (described.path("description").isTextual()) {
      model.set("abstract", described.get("description"));
    }
    JsonNode schema = described.path("schema");
    if (!schema.isObject()) {
      throw refused(described, "'" + id + "' needs a schema");
    }
    if (inputs) {
      occurrences(described, model);
    }
    data(schema, model);
    return model;
  }

  private InvalidCommandFileException refused(JsonNode at, String message) {
    return CommandYaml.problem(name, at, message);
  }

  private void occurrences(JsonNode described, ObjectNode model)
      throws InvalidCommandFileException {
    if (described.path("minOccurs").asInt(1) == 0
        && !described.at("/schema/default").isValueNode()) {
      model.put("optional", true);
    }
    JsonNode most = described.path("maxOccurs");
    if (most.asText().equals("unbounded")) {
      throw refused(most, "maxOccurs is a number");
    }
    if (most.isNumber()) {
      model.set("maximum-occurs", most);
    }
  }

  private void data(JsonNode schema, ObjectNode model) throws InvalidCommandFileException {
    if (isBox(schema)) {
      model.set("crs", JSON.arrayNode().add(CRS84));
      return;
    }
    JsonNode alternatives = schema.has("oneOf") ? schema.get("oneOf") : schema.path("anyOf");
    if (isComplex(schema) || alternatives.isArray()) {
      ArrayNode formats = model.putArray("formats");
      for (JsonNode each : alternatives.isArray() ? alternatives : JSON.arrayNode().add(schema)) {
        formats.add(format(each));
      }
    } else {
      literal(schema, model);
    }
  }

  private static boolean isBox(JsonNode schema) {
    boolean found = schema.path("format").asText().equals(BOX);
    for (JsonNode each : schema.path("allOf")) {
      found |= each.path("format").asText().equals(BOX);
    }
    return found;
  }

  private static boolean isComplex(JsonNode schema) {
    return schema.has("contentMediaType") || schema.path("type").asText().equals("object");
  }

  private ObjectNode format(JsonNode schema) throws InvalidCommandFileException {
    if (!isComplex(schema)) {
      throw refused(schema, "of several alternatives each needs a contentMediaType");
    }
    ObjectNode format = JSON.objectNode();
    format.put("type", schema.path("contentMediaType").asText("application/json"));
    boolean binary =
        schema.path("contentEncoding").asText().matches("base64|binary")
            || schema.path("format").asText().matches("byte|binary");
    return binary ? format.put("encoding", "base64") : format;
  }

  private void literal(JsonNode schema, ObjectNode model) throws InvalidCommandFileException {
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      if (!LITERAL.contains(each.getKey())) {
        throw refused(each.getValue(), "'" + each.getKey() + "' of a schema is not supported");
      }
    }
    String type = (schema.path("type").asText() + " " + schema.path("format").asText()).strip();
    if (!TYPES.containsKey(type)) {
      throw refused(schema, "a schema of type '" + type + "' is not supported");
    }
    model.put("type", TYPES.get(type));
    if (!inputs) {
      return;
    }
    Map.of("enum", "values", "minimum", "minimum", "maximum", "maximum", "default", "default")
        .forEach(
            (theirs, ours) -> {
              if (schema.has(theirs)) {
                model.set(ours, schema.get(theirs));
              }
            });
  }
}
