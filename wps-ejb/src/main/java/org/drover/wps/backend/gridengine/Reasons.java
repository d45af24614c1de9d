package org.drover.wps.backend.gridengine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads out of {@code qstat -j} why a task does not run. */
final class Reasons {

  private static final String ERROR = "error reason";

  private static final Map<String, String> WAITS =
      Map.of(
          "it is full", "for a free slot",
          "it is disabled", "for its queue, which is disabled",
          "it is overloaded", "for its queue, which is overloaded",
          "not available", "for its machines, which are not available",
          "suspended", "for its queue, which is suspended");

  private Reasons() {}

  /**
   * @param task number in the array
   * @param error whether the task could not be started, and not only waits
   */
  static String of(String text, int task, boolean error) {
    List<String> lines = text.lines().map(String::strip).toList();
    return error ? error(lines, task) : waits(lines);
  }

  private static String error(List<String> lines, int task) {
    return "Grid Engine could not start the task: "
        + lines.stream()
            .filter(it -> it.matches(ERROR + "\\s+" + task + ":.*"))
            .map(it -> it.replaceFirst(ERROR + "\\s+\\d+:\\s*", ""))
            .findFirst()
            .orElse("it does not say why.");
  }

  private static String waits(List<String> lines) {
    return WAITS.entrySet().stream()
        .filter(each -> lines.stream().anyMatch(it -> it.endsWith(each.getKey())))
        .map(Map.Entry::getValue)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
