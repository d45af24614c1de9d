package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.drover.wps.command.InvalidCommandFileException;

/** Requirements and hints of a tool: its image, limits, environment and network. */
final class CwlRequirements {

  private static final double MEBIBYTES_IN_MEGABYTES = 1.048576;
  private static final Set<String> KNOWN =
      Set.of(
          "DockerRequirement",
          "ResourceRequirement",
          "EnvVarRequirement",
          "NetworkAccess",
          "ToolTimeLimit");

  private final Refusal refusal;
  private final ObjectNode model;

  /**
   * @param model what they are written to
   */
  CwlRequirements(Refusal refusal, ObjectNode model) {
    this.refusal = refusal;
    this.model = model;
  }

  /**
   * Hints first, so that requirements have the last word; a hint that is not known does nothing.
   */
  void read(JsonNode tool) throws InvalidCommandFileException {
    for (Map.Entry<String, JsonNode> each : byClass(tool.path("hints")).entrySet()) {
      if (KNOWN.contains(each.getKey())) {
        apply(each.getKey(), each.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> each : byClass(tool.path("requirements")).entrySet()) {
      if (!KNOWN.contains(each.getKey())) {
        throw refusal.at(
            each.getValue(),
            each.getKey() + " is not supported; there are " + KNOWN.stream().sorted().toList());
      }
      apply(each.getKey(), each.getValue());
    }
  }

  private Map<String, JsonNode> byClass(JsonNode node) throws InvalidCommandFileException {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    if (node.isArray()) {
      for (JsonNode each : node) {
        all.put(refusal.text(each, "class", "a requirement"), each);
      }
    } else {
      node.properties().forEach(it -> all.put(it.getKey(), it.getValue()));
    }
    return all;
  }

  private void apply(String kind, JsonNode node) throws InvalidCommandFileException {
    switch (kind) {
      case "DockerRequirement" -> image(node);
      case "ResourceRequirement" -> resources(node);
      case "EnvVarRequirement" -> environment(node);
      case "NetworkAccess" -> network(node);
      default -> time(node);
    }
  }

  private void image(JsonNode node) throws InvalidCommandFileException {
    refusal.requireOnly(node, "DockerRequirement", Set.of("class", "dockerPull"));
    refusal.text(node, "dockerPull", "DockerRequirement");
    model.set("image", node.get("dockerPull"));
  }

  /** What is the least a tool needs is the most it gets, unless it says what that is. */
  private void resources(JsonNode node) throws InvalidCommandFileException {
    refusal.requireOnly(
        node,
        "ResourceRequirement",
        Set.of("class", "ramMin", "ramMax", "coresMin", "coresMax", "outdirMin", "outdirMax"));
    ObjectNode limits = model.withObject("/limits");
    megabytes(node, "ram", limits, "memory-megabytes");
    megabytes(node, "outdir", limits, "folder-megabytes");
    JsonNode cores = most(node, "cores");
    if (!cores.isMissingNode()) {
      limits.put("cpus", refusal.number(cores));
    }
  }

  private static JsonNode most(JsonNode node, String resource) {
    return node.has(resource + "Max") ? node.get(resource + "Max") : node.path(resource + "Min");
  }

  private void megabytes(JsonNode node, String resource, ObjectNode limits, String limit)
      throws InvalidCommandFileException {
    JsonNode mebibytes = most(node, resource);
    if (!mebibytes.isMissingNode()) {
      limits.put(limit, (long) Math.ceil(refusal.number(mebibytes) * MEBIBYTES_IN_MEGABYTES));
    }
  }

  private void environment(JsonNode node) throws InvalidCommandFileException {
    refusal.requireOnly(node, "EnvVarRequirement", Set.of("class", "envDef"));
    ObjectNode environment = model.withObject("/environment");
    JsonNode all = node.path("envDef");
    if (all.isArray()) {
      for (JsonNode each : all) {
        environment.put(
            refusal.text(each, "envName", "a variable"),
            refusal.text(each, "envValue", "a variable"));
      }
      return;
    }
    for (Map.Entry<String, JsonNode> each : all.properties()) {
      JsonNode value = each.getValue();
      environment.put(
          each.getKey(), refusal.plain(value.isObject() ? value.path("envValue") : value));
    }
  }

  private void network(JsonNode node) throws InvalidCommandFileException {
    JsonNode access = node.isObject() ? node.path("networkAccess") : node;
    if (!access.isBoolean()) {
      throw refusal.at(node, "NetworkAccess needs 'networkAccess': true or false");
    }
    model.set("network", access);
  }

  private void time(JsonNode node) throws InvalidCommandFileException {
    JsonNode limit = node.isObject() ? node.path("timelimit") : node;
    if (!limit.isIntegralNumber() || limit.longValue() < 1) {
      throw refusal.at(node, "ToolTimeLimit needs 'timelimit': seconds, 1 or more, no expression");
    }
    model.withObject("/limits").put("time", "PT" + limit.longValue() + "S");
  }
}
