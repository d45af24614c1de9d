package org.drover.wps.process.describe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for the identifiers of inputs and outputs at each level of groups. */
final class NestingRules {

  /** Levels of inputs or outputs, the process's own included. */
  static final int DEEPEST = 8;

  private NestingRules() {}

  static void requireInputs(String process, List<InputDescription> inputs, int level) {
    require(process, inputs.stream().map(InputDescription::id).toList(), level);
    inputs.forEach(it -> it.members().ifPresent(inner -> requireInputs(process, inner, level + 1)));
  }

  static void requireOutputs(String process, List<OutputDescription> outputs, int level) {
    require(process, outputs.stream().map(OutputDescription::id).toList(), level);
    outputs.forEach(
        it -> it.members().ifPresent(inner -> requireOutputs(process, inner, level + 1)));
  }

  private static void require(String process, List<String> ids, int level) {
    if (level > DEEPEST) {
      throw new IllegalArgumentException(
          "process " + process + " nests inputs or outputs more than " + DEEPEST + " deep");
    }
    Set<String> seen = new HashSet<>();
    for (String each : ids) {
      if (each.contains(IdPath.SEPARATOR)) {
        throw new IllegalArgumentException(
            "process " + process + ": '" + each + "' has a '/', which names what is nested");
      }
      if (!seen.add(each)) {
        throw new IllegalArgumentException("process " + process + " names '" + each + "' twice");
      }
    }
  }
}
