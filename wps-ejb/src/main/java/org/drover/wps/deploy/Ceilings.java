package org.drover.wps.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;
import org.drover.wps.config.Setting;

/** The most a deployed process may have of each limit of a command. */
final class Ceilings {

  static final Setting<Long> MEMORY = Setting.number("drover.deploy.memory-megabytes", 4000);
  static final Setting<Long> PROCESSES = Setting.number("drover.deploy.processes", 256);
  static final Setting<Long> CPUS = Setting.number("drover.deploy.cpus", 2);
  static final Setting<Long> CPU_SECONDS = Setting.number("drover.deploy.cpu-seconds", 36_000);
  static final Setting<Long> FILE = Setting.number("drover.deploy.file-megabytes", 4000);
  static final Setting<Long> FOLDER = Setting.number("drover.deploy.folder-megabytes", 8000);
  static final Setting<Duration> TIME = Setting.duration("drover.deploy.time", "PT6H");
  static final Setting<Duration> KEEP = Setting.duration("drover.deploy.keep", "P30D");

  private static final long MEGABYTE = 1_000_000;

  private Ceilings() {}

  private static Map<String, Setting<Long>> numbers() {
    return Map.of(
        "memory-megabytes", MEMORY,
        "processes", PROCESSES,
        "cpus", CPUS,
        "cpu-seconds", CPU_SECONDS,
        "file-megabytes", FILE,
        "folder-megabytes", FOLDER);
  }

  private static double usual(String limit) {
    ResourceLimits usual = ResourceLimits.USUAL;
    return switch (limit) {
      case "memory-megabytes" -> (double) usual.memoryBytes() / MEGABYTE;
      case "processes" -> usual.processes();
      case "cpus" -> usual.cpus();
      case "cpu-seconds" -> usual.cpuTime().toSeconds();
      case "file-megabytes" -> (double) usual.fileBytes() / MEGABYTE;
      default -> (double) usual.folderBytes() / MEGABYTE;
    };
  }

  /** Writes the ceiling where a package says nothing and what holds then is above it. */
  static void complete(ObjectNode model) {
    ObjectNode limits = model.withObject("/limits");
    numbers()
        .forEach(
            (limit, ceiling) -> {
              if (!limits.has(limit) && usual(limit) > ceiling.get()) {
                limits.put(limit, ceiling.get());
              }
            });
    if (!limits.has("time") && ResourceLimits.USUAL.time().compareTo(TIME.get()) > 0) {
      limits.put("time", TIME.get().toString());
    }
  }

  /**
   * Requires that no limit is above its ceiling.
   *
   * @param model has passed the schema
   * @throws InvalidCommandFileException with the line of one that is
   */
  static void check(String name, JsonNode model) throws InvalidCommandFileException {
    for (Map.Entry<String, Setting<Long>> each : numbers().entrySet()) {
      JsonNode limit = model.path("limits").path(each.getKey());
      if (limit.doubleValue() > each.getValue().get()) {
        throw CommandYaml.problem(
            name,
            limit,
            "'%s' of a deployed process is at most %d"
                .formatted(each.getKey(), each.getValue().get()));
      }
    }
    check(name, model.path("limits").path("time"), "time", TIME.get());
    check(name, model.path("keep"), "keep", KEEP.get());
    for (JsonNode each : model.path("inputs")) {
      JsonNode size = each.path("maximum-megabytes");
      if (size.longValue() > FILE.get()) {
        throw CommandYaml.problem(
            name, size, "'maximum-megabytes' of a deployed process is at most " + FILE.get());
      }
    }
  }

  private static void check(String name, JsonNode node, String what, Duration most)
      throws InvalidCommandFileException {
    if (node.isTextual() && Duration.parse(node.textValue()).compareTo(most) > 0) {
      throw CommandYaml.problem(
          name, node, "'%s' of a deployed process is at most %s".formatted(what, most));
    }
  }
}
