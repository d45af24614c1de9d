package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;

/**
 * Tells what of a document is not taken, and where it stands.
 *
 * @param name what to call the document in messages
 */
record Refusal(String name) {

  InvalidCommandFileException at(JsonNode node, String message) {
    return CommandYaml.problem(name, node, message);
  }

  /** Requires that an object has no other members than these. */
  void requireOnly(JsonNode object, String what, Collection<String> known)
      throws InvalidCommandFileException {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (!known.contains(each.getKey()) && each.getKey().indexOf(':') < 0) {
        throw at(
            each.getValue(), "'" + each.getKey() + "' of " + what + " is not supported; remove it");
      }
    }
  }

  /** A member that must be there, as text without expressions. */
  String text(JsonNode object, String member, String what) throws InvalidCommandFileException {
    JsonNode node = object.path(member);
    if (!node.isValueNode() || node.isNull()) {
      throw at(object, what + " needs '" + member + "'");
    }
    return plain(node);
  }

  /** Text without expressions. */
  String plain(JsonNode node) throws InvalidCommandFileException {
    if (!node.isValueNode()) {
      throw at(node, "a text is needed here");
    }
    if (node.asText().contains("$(") || node.asText().contains("${")) {
      throw at(node, "expressions are not supported here: '" + node.asText() + "'");
    }
    return node.asText();
  }

  /** A number without expressions. */
  double number(JsonNode node) throws InvalidCommandFileException {
    if (!node.isNumber()) {
      throw at(node, "a number is needed here, and no expression");
    }
    return node.doubleValue();
  }
}
