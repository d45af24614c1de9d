package org.drover.wps.deploy.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BiConsumer;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;

/**
 * What a package says of its process (18-062r2, process.yaml): has the last word on identifier,
 * version and texts. Inputs and outputs are those of the unit; those of a unit that names none are
 * taken from here.
 */
final class ProcessPart {

  private static final Map<String, String> TEXTS =
      Map.of("id", "process", "version", "version", "title", "title", "description", "abstract");

  private final String name;
  private final JsonNode process;

  ProcessPart(String name, JsonNode process) {
    this.name = name;
    this.process = process;
  }

  void addTo(ObjectNode model) throws InvalidCommandFileException {
    if (!process.isObject()) {
      throw CommandYaml.problem(name, process, "'processDescription' is an object");
    }
    TEXTS.forEach(
        (theirs, ours) -> {
          if (process.path(theirs).isTextual()) {
            model.set(ours, process.get(theirs));
          }
        });
    if (process.path("keywords").isArray()) {
      model.set("keywords", process.get("keywords"));
    }
    modes(model);
    parameters("inputs", model);
    parameters("outputs", model);
    defaultTitle(model);
  }

  private static void defaultTitle(ObjectNode model) {
    if (!model.has("title") && model.has("process")) {
      model.set("title", model.get("process"));
    }
  }

  private void modes(ObjectNode model) {
    JsonNode control = process.path("jobControlOptions");
    if (control.isArray() && !model.has("modes")) {
      ArrayNode modes = model.arrayNode();
      for (JsonNode each : control) {
        if (each.asText().matches("(a?sync)-execute")) {
          modes.add(each.asText().replace("-execute", ""));
        }
      }
      if (!modes.isEmpty()) {
        model.set("modes", modes);
      }
    }
  }

  private void parameters(String kind, ObjectNode model) throws InvalidCommandFileException {
    JsonNode described = process.path(kind);
    if (described.isMissingNode() || described.isEmpty()) {
      return;
    }
    if (!described.isObject()) {
      throw CommandYaml.problem(name, described, "'" + kind + "' is an object");
    }
    if (model.path(kind).isEmpty()) {
      ObjectNode made = model.putObject(kind);
      SchemaReader schemas = new SchemaReader(name, kind.equals("inputs"));
      for (Map.Entry<String, JsonNode> each : described.properties()) {
        made.set(each.getKey(), schemas.read(each.getKey(), each.getValue()));
      }
      return;
    }
    join(kind, described, model.get(kind));
  }

  private void join(String kind, JsonNode described, JsonNode ours)
      throws InvalidCommandFileException {
    for (Map.Entry<String, JsonNode> each : described.properties()) {
      if (!ours.has(each.getKey())) {
        throw CommandYaml.problem(
            name,
            each.getValue(),
            "the execution unit has none of the " + kind + " called '" + each.getKey() + "'");
      }
      if (ours.get(each.getKey()) instanceof ObjectNode parameter) {
        BiConsumer<String, String> take =
            (theirs, mine) -> {
              if (each.getValue().path(theirs).isTextual()) {
                parameter.set(mine, each.getValue().get(theirs));
              }
            };
        take.accept("title", "title");
        take.accept("description", "abstract");
      }
    }
    for (Map.Entry<String, JsonNode> each : ours.properties()) {
      if (!described.has(each.getKey())) {
        throw CommandYaml.problem(
            name,
            described,
            "the execution unit has more "
                + kind
                + " than described here: '"
                + each.getKey()
                + "'");
      }
    }
  }
}
