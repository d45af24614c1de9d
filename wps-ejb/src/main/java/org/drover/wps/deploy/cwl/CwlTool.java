package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.InvalidCommandFileException;

/** Turns a CommandLineTool into the model of a command. */
final class CwlTool {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> KNOWN =
      Set.of(
          "cwlVersion",
          "class",
          "id",
          "label",
          "doc",
          "inputs",
          "outputs",
          "baseCommand",
          "arguments",
          "stdout",
          "requirements",
          "hints",
          "intent",
          "$namespaces",
          "$schemas",
          "$graph");
  private static final List<String> VERSION = List.of("softwareVersion", "version");

  private final Refusal refusal;
  private final CwlFormats formats;
  private final JsonNode tool;

  CwlTool(Refusal refusal, JsonNode namespaces, JsonNode tool) {
    this.refusal = refusal;
    this.formats = new CwlFormats(refusal, namespaces);
    this.tool = tool;
  }

  ObjectNode read() throws InvalidCommandFileException {
    refusal.requireOnly(tool, "a CommandLineTool", KNOWN);
    ObjectNode model = JSON.objectNode();
    CwlDocument.id(tool).ifPresent(it -> model.put("process", it));
    version().ifPresent(it -> model.put("version", it));
    model.put("title", title(model.path("process").asText("Deployed process")));
    doc().ifPresent(it -> model.put("abstract", it));
    CwlInputs inputs = new CwlInputs(refusal, formats);
    model.set("inputs", inputs.read(tool.path("inputs")));
    Optional<String> stdout =
        tool.has("stdout") ? Optional.of(refusal.plain(tool.get("stdout"))) : Optional.empty();
    model.set("outputs", new CwlOutputs(refusal, formats, stdout).read(tool.path("outputs")));
    model.set("command", command(inputs));
    new CwlRequirements(refusal, model).read(tool);
    return model;
  }

  private String title(String usual) throws InvalidCommandFileException {
    return tool.has("label") ? refusal.plain(tool.get("label")) : usual;
  }

  private Optional<String> doc() {
    JsonNode doc = tool.path("doc");
    if (doc.isArray()) {
      StringBuilder lines = new StringBuilder();
      doc.forEach(it -> lines.append(it.asText()).append('\n'));
      return Optional.of(lines.toString().strip());
    }
    return doc.isTextual() ? Optional.of(doc.textValue().strip()) : Optional.empty();
  }

  /** CWL has no version of its own; what people write is that of schema.org, such as s:version. */
  private Optional<String> version() {
    for (Map.Entry<String, JsonNode> each : tool.properties()) {
      String name = each.getKey().replaceFirst("^.*[:/]", "");
      if (VERSION.contains(name) && each.getValue().isValueNode()) {
        return Optional.of(each.getValue().asText());
      }
    }
    return Optional.empty();
  }

  private ArrayNode command(CwlInputs inputs) throws InvalidCommandFileException {
    JsonNode base = tool.path("baseCommand");
    if (base.isEmpty() && !base.isTextual()) {
      throw refusal.at(tool, "the tool needs a baseCommand");
    }
    CwlCommandLine line = new CwlCommandLine(refusal);
    line.base(base);
    line.arguments(tool.path("arguments"), inputs);
    inputs.bind(line);
    return line.write();
  }
}
