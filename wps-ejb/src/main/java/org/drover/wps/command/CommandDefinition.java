package org.drover.wps.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.sandbox.HostSandbox;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * A command process as its author described it.
 *
 * @param files by output, where its value comes from
 * @param needs programs that must be there
 * @param scripts files the program may read, by the name they have in its work folder
 * @param badInput by exit code, what it says of which input
 * @param place where its author wants it to run
 */
record CommandDefinition(
    ProcessDescription description,
    ArgumentVector arguments,
    FormatTraits formats,
    Map<String, OutputSource> files,
    List<Need> needs,
    Map<String, Path> scripts,
    Map<String, String> environment,
    boolean network,
    ResourceLimits limits,
    Optional<ProgressPattern> progress,
    Optional<Cost> cost,
    Map<Integer, BadInput> badInput,
    Place place) {

  /**
   * Where a command runs unless the administrator decides otherwise.
   *
   * @param image what a container for it is made of
   */
  record Place(String backend, Optional<String> image) {}

  /**
   * Name of the backend it runs on; a program cannot run within the server itself. One that a
   * client has deployed stays where it is confined, whatever is chosen for its queue.
   */
  String backend(Backends backends, String queue) {
    if (description.mutable()) {
      return place.backend();
    }
    String chosen = backends.choose(description.id(), queue, place.backend());
    return chosen.equals(Backends.LOCAL) ? HostSandbox.NAME : chosen;
  }

  /** A program, and the Debian package it comes with. */
  record Need(String program, Optional<String> debianPackage) {}

  /** What an exit code says of an input; the last line of standard error without a message. */
  record BadInput(String input, Optional<String> message) {}

  /** Seconds of any run, and for each 1 000 000 bytes of complex inputs. */
  record Cost(double seconds, double secondsPerMegabyte) {}

  /** Where the percent is read. */
  record ProgressPattern(boolean ofErrors, Pattern pattern) {}

  /**
   * Where the value of an output comes from.
   *
   * @param file name in the work folder; empty for standard output, or for a name with the
   *     extension of the format
   */
  record OutputSource(Optional<String> file, boolean stdout, boolean optional) {}

  /** A node as text, and nothing if it is not there. */
  static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asText);
  }
}
