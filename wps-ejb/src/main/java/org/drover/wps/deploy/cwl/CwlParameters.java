package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drover.wps.command.InvalidCommandFileException;

/** What inputs and outputs are written alike in: as a map by name, or a list; a type by itself. */
final class CwlParameters {

  private CwlParameters() {}

  /** All of them, by identifier; one that is nothing but a type is that type's node. */
  static Map<String, JsonNode> byId(Refusal refusal, JsonNode node)
      throws InvalidCommandFileException {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    if (node.isArray()) {
      for (JsonNode each : node) {
        all.put(id(refusal.text(each, "id", "a parameter")), each);
      }
    } else {
      node.properties().forEach(it -> all.put(id(it.getKey()), it.getValue()));
    }
    return all;
  }

  private static String id(String written) {
    return written.replaceFirst("^.*[#/]", "");
  }

  static JsonNode type(Refusal refusal, JsonNode parameter) throws InvalidCommandFileException {
    if (!parameter.isObject()) {
      return parameter;
    }
    if (!parameter.has("type")) {
      throw refusal.at(parameter, "an input or output needs 'type'");
    }
    return parameter.get("type");
  }

  /** Its title and abstract in the model. */
  static ObjectNode texts(String id, JsonNode parameter) {
    ObjectNode model = JsonNodeFactory.instance.objectNode();
    String label = parameter.path("label").asText("").strip();
    model.put("title", label.isEmpty() ? id : label);
    String doc = parameter.path("doc").asText("").strip();
    return doc.isEmpty() ? model : model.put("abstract", doc);
  }
}
