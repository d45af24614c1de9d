package org.drover.wps.deploy.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;

/**
 * An execution unit that is a container image (20-044, executionUnit.yaml): the members of a
 * command file beside {@code type}, {@code image} and {@code config}.
 */
final class ContainerUnit {

  private static final double MEGABYTES_IN_GIGABYTE = 1000;
  private static final String LOCAL = "local";

  private final String name;
  private final JsonNode unit;

  ContainerUnit(String name, JsonNode unit) {
    this.name = name;
    this.unit = unit;
  }

  ObjectNode read() throws InvalidCommandFileException {
    if (!unit.path("image").isTextual()) {
      throw CommandYaml.problem(name, unit, "an execution unit of this type needs 'image'");
    }
    if (unit.has("deployment") && !unit.get("deployment").asText().equals(LOCAL)) {
      throw CommandYaml.problem(
          name, unit.get("deployment"), "the only deployment supported is " + LOCAL);
    }
    if (!unit.has("command")) {
      throw CommandYaml.problem(
          name,
          unit,
          "an execution unit of this type needs 'command': the program in the image, and its"
              + " arguments");
    }
    ObjectNode model = (ObjectNode) unit; // the members keep their lines
    model.remove("type");
    model.remove("deployment");
    JsonNode config = model.remove("config");
    if (config != null) {
      limits(config, model);
    }
    return model;
  }

  /** What is the least a process needs is the most it gets, unless it says what that is. */
  private void limits(JsonNode config, ObjectNode model) throws InvalidCommandFileException {
    ObjectNode limits = model.withObject("/limits");
    for (Map.Entry<String, JsonNode> each : config.properties()) {
      JsonNode value = each.getValue();
      if (!value.isNumber() || value.doubleValue() <= 0) {
        throw CommandYaml.problem(
            name, value, "'" + each.getKey() + "' is a number greater than 0");
      }
      limit(each.getKey(), value, config, limits);
    }
  }

  private void limit(String key, JsonNode value, JsonNode config, ObjectNode limits)
      throws InvalidCommandFileException {
    switch (key) {
      case "cpuMax" -> limits.set("cpus", value);
      case "memoryMax" -> limits.put("memory-megabytes", megabytes(value));
      case "cpuMin" -> {
        if (!config.has("cpuMax")) {
          limits.set("cpus", value);
        }
      }
      case "memoryMin" -> {
        if (!config.has("memoryMax")) {
          limits.put("memory-megabytes", megabytes(value));
        }
      }
      case "storageOutputsMin" -> limits.put("folder-megabytes", megabytes(value));
      case "jobTimeout" -> limits.put("time", "PT" + (long) Math.ceil(value.doubleValue()) + "S");
      default ->
          throw CommandYaml.problem(
              name, value, "'" + key + "' of an execution unit's config is not supported");
    }
  }

  private static long megabytes(JsonNode gigabytes) {
    return (long) Math.ceil(gigabytes.doubleValue() * MEGABYTES_IN_GIGABYTE);
  }
}
