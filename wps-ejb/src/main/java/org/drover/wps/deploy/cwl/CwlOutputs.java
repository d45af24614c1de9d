package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.InvalidCommandFileException;

/** The outputs of a tool: files of a known name, or standard output. */
final class CwlOutputs {

  private static final Set<String> KNOWN =
      Set.of("id", "type", "label", "doc", "outputBinding", "format", "streamable");
  private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._-]{0,199}";

  private final Refusal refusal;
  private final CwlFormats formats;
  private final Optional<String> stdout;

  /**
   * @param stdout name of the file standard output goes to
   */
  CwlOutputs(Refusal refusal, CwlFormats formats, Optional<String> stdout) {
    this.refusal = refusal;
    this.formats = formats;
    this.stdout = stdout;
  }

  /** The outputs of the model. */
  ObjectNode read(JsonNode node) throws InvalidCommandFileException {
    ObjectNode model = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> each : CwlParameters.byId(refusal, node).entrySet()) {
      refusal.requireOnly(each.getValue(), "an output", KNOWN);
      model.set(each.getKey(), output(each.getKey(), each.getValue()));
    }
    if (model.isEmpty()) {
      throw refusal.at(node, "a tool needs at least one output");
    }
    return model;
  }

  private ObjectNode output(String id, JsonNode node) throws InvalidCommandFileException {
    CwlType type = CwlType.of(refusal, CwlParameters.type(refusal, node));
    if (type.array() || type.isLiteral()) {
      throw refusal.at(
          node, "an output is a File or stdout; type " + type.name() + " is not supported");
    }
    ObjectNode model = CwlParameters.texts(id, node);
    String usual = CwlFormats.TEXT;
    if (!type.isFile()) {
      model.put("stdout", true);
    } else {
      String file = file(node);
      if (stdout.filter(file::equals).isPresent()) {
        model.put("stdout", true);
      } else {
        model.put("file", file);
      }
      usual = CwlFormats.ofFile(file);
    }
    model.set(
        "formats", node.has("format") ? formats.read(node.get("format")) : CwlFormats.of(usual));
    return type.optional() ? model.put("optional", true) : model;
  }

  private String file(JsonNode node) throws InvalidCommandFileException {
    JsonNode binding = node.path("outputBinding");
    refusal.requireOnly(binding, "an outputBinding", Set.of("glob"));
    JsonNode glob = binding.path("glob");
    JsonNode only = glob.isArray() && glob.size() == 1 ? glob.get(0) : glob;
    if (!only.isTextual()) {
      throw refusal.at(node, "an output of type File needs an outputBinding with one 'glob'");
    }
    if (!only.textValue().matches(NAME)) {
      throw refusal.at(
          only,
          "glob is the plain name of a file, with no pattern: not '" + only.textValue() + "'");
    }
    return only.textValue();
  }
}
