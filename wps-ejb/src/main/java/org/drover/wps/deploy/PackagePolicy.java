package org.drover.wps.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;
import org.drover.wps.config.Setting;
import org.drover.wps.queue.Queues;

/** What an administrator lets deployed processes have. Asked at each look: settings change. */
final class PackagePolicy {

  /** Images that packages may name, with {@code *} for any text. */
  static final Setting<Set<String>> IMAGES = Setting.names("drover.deploy.images", "*");

  /** Programs of this machine that packages without an image may run, in the sandbox. */
  static final Setting<Set<String>> PROGRAMS = Setting.names("drover.deploy.programs", "none");

  /** Whether the programs of packages may use the network. */
  static final Setting<Boolean> NETWORK = Setting.flag("drover.deploy.network", false);

  private static final String IMAGE = "[A-Za-z0-9][A-Za-z0-9._:/@-]{0,254}";

  private PackagePolicy() {}

  /**
   * Requires that a package has nothing but what it may have.
   *
   * @param model has passed the schema
   * @throws InvalidCommandFileException with the line of what is not permitted
   */
  static void check(String name, JsonNode model) throws InvalidCommandFileException {
    checkProgram(name, model);
    if (model.path("network").asBoolean() && !NETWORK.get()) {
      throw CommandYaml.problem(
          name, model.get("network"), "deployed processes have no network here");
    }
    JsonNode queue = model.path("queue");
    if (queue.isTextual() && !Queues.names().contains(queue.textValue())) {
      throw CommandYaml.problem(
          name, queue, "the queues are " + Queues.names().stream().sorted().toList());
    }
    if (model.has("scripts")) {
      throw CommandYaml.problem(name, model.get("scripts"), "scripts belong into the image");
    }
    Ceilings.check(name, model);
  }

  private static void checkProgram(String name, JsonNode model) throws InvalidCommandFileException {
    JsonNode image = model.path("image");
    JsonNode program = model.get("command").get(0);
    if (image.isMissingNode()) {
      if (!PROGRAMS.get().contains(program.asText())) {
        throw CommandYaml.problem(
            name,
            program,
            "a deployed process needs an image (in CWL: DockerRequirement); of the programs of the"
                + " server it may run "
                + (PROGRAMS.get().isEmpty() ? "none" : PROGRAMS.get().stream().sorted().toList())
                + ", not "
                + program.asText());
      }
      if (model.has("environment")) { // it could make a program load others
        throw CommandYaml.problem(
            name, model.get("environment"), "'environment' needs an image, too");
      }
    } else if (!image.asText().matches(IMAGE)) {
      throw CommandYaml.problem(name, image, "'" + image.asText() + "' is no name of an image");
    } else if (IMAGES.get().stream().noneMatch(it -> matches(it, image.asText()))) {
      throw CommandYaml.problem(
          name,
          image,
          "images that may be named here are " + IMAGES.get().stream().sorted().toList());
    }
  }

  private static boolean matches(String glob, String image) {
    return Pattern.matches("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E", image);
  }
}
