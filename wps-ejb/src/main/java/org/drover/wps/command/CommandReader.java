package org.drover.wps.command;

import static org.drover.wps.command.CommandDefinition.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.sandbox.HostSandbox;
import org.drover.wps.command.ArgumentVector.Piece;
import org.drover.wps.command.CommandDefinition.BadInput;
import org.drover.wps.command.CommandDefinition.Cost;
import org.drover.wps.command.CommandDefinition.Need;
import org.drover.wps.command.CommandDefinition.OutputSource;
import org.drover.wps.command.CommandDefinition.Place;
import org.drover.wps.command.CommandDefinition.ProgressPattern;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Reads the file of a command process. */
final class CommandReader {

  private static final long MEGABYTE = 1_000_000;

  private final String name;
  private final Optional<Path> folder;
  private final JsonNode root;
  private final DataReader data = new DataReader();

  private CommandReader(String name, Optional<Path> folder, JsonNode root) {
    this.name = name;
    this.folder = folder;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidCommandFileException with name and number of line, and what is wrong there
   */
  static CommandDefinition read(Path file) throws IOException, InvalidCommandFileException {
    String name = file.getFileName().toString();
    return new CommandReader(
            name, Optional.of(file.toAbsolutePath().getParent()), CommandYaml.read(file))
        .read();
  }

  /**
   * Reads a description that lies in no folder, but was deployed: it has no scripts beside it, and
   * can be replaced.
   *
   * @param name what to call it in messages
   * @throws InvalidCommandFileException with the number of line, where that is known, and what is
   *     wrong there
   */
  static CommandDefinition read(String name, JsonNode root) throws InvalidCommandFileException {
    return new CommandReader(name, Optional.empty(), CommandYaml.checked(name, root)).read();
  }

  private CommandDefinition read() throws InvalidCommandFileException {
    ProcessDescription description = describe();
    Map<String, Path> scripts = scripts();
    return new CommandDefinition(
        description,
        arguments(description, scripts.keySet()),
        data.traits(),
        outputs(description),
        needs(),
        scripts,
        environment(),
        root.path("network").asBoolean(),
        limits(root.path("limits")),
        progress(),
        cost(),
        badInput(description),
        new Place(text(root, "backend").orElse(HostSandbox.NAME), text(root, "image")));
  }

  /** Tells the line of what makes no sense. */
  private <T> T at(JsonNode node, Supplier<T> read) throws InvalidCommandFileException {
    try {
      return read.get();
    } catch (IllegalArgumentException | MalformedDataException e) {
      throw CommandYaml.problem(name, node, String.valueOf(e.getMessage()));
    }
  }

  private ProcessDescription describe() throws InvalidCommandFileException {
    ProcessDescription.Builder builder =
        ProcessDescription.of(root.get("process").asText(), root.get("version").asText())
            .texts(DataReader.texts(root))
            .deterministic(root.path("deterministic").asBoolean())
            .mutable(folder.isEmpty())
            .jobControl(modes());
    text(root, "queue").ifPresent(builder::queue);
    text(root, "keep").map(Duration::parse).ifPresent(builder::keep);
    for (Map.Entry<String, JsonNode> each : root.path("inputs").properties()) {
      builder.input(at(each.getValue(), () -> data.input(each.getKey(), each.getValue())));
    }
    for (Map.Entry<String, JsonNode> each : root.path("outputs").properties()) {
      builder.output(at(each.getValue(), () -> data.output(each.getKey(), each.getValue())));
    }
    return at(root, builder::build);
  }

  private Set<JobControl> modes() {
    List<String> modes = DataReader.list(root.path("modes"));
    Set<JobControl> all = EnumSet.of(JobControl.DISMISS);
    if (modes.isEmpty() || modes.contains("sync")) {
      all.add(JobControl.SYNC_EXECUTE);
    }
    if (modes.isEmpty() || modes.contains("async")) {
      all.add(JobControl.ASYNC_EXECUTE);
    }
    return all;
  }

  private Map<String, Path> scripts() throws InvalidCommandFileException {
    Map<String, Path> all = new LinkedHashMap<>();
    for (JsonNode each : root.path("scripts")) {
      Optional<Path> script =
          folder.map(it -> it.resolve(each.asText())).filter(Files::isRegularFile);
      if (script.isEmpty()) {
        throw CommandYaml.problem(name, each, "there is no file " + each.asText() + " beside it");
      }
      all.put(each.asText(), script.get());
    }
    return all;
  }

  private ArgumentVector arguments(ProcessDescription description, Set<String> scripts)
      throws InvalidCommandFileException {
    ArgumentReader reader = new ArgumentReader(description, scripts);
    JsonNode command = root.get("command");
    JsonNode program = command.get(0);
    if (!program.isTextual() || !Text.parse(program.asText()).placeholders().isEmpty()) {
      throw CommandYaml.problem(
          name, program, "the program is named as it is, with no placeholder");
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 1; i < command.size(); i++) {
      JsonNode each = command.get(i);
      pieces.add(at(each, () -> reader.read(each)));
    }
    return new ArgumentVector(program.asText(), pieces);
  }

  private Map<String, OutputSource> outputs(ProcessDescription description)
      throws InvalidCommandFileException {
    Map<String, OutputSource> all = new HashMap<>();
    for (OutputDescription output : description.outputs()) {
      JsonNode node = root.get("outputs").get(output.id());
      boolean stdout = node.has("stdout");
      if (stdout && node.has("file")) {
        throw CommandYaml.problem(name, node, "an output is a file or standard output, not both");
      }
      if (output.data() instanceof DataDescription.Box) {
        throw CommandYaml.problem(name, node, "a bounding box cannot be an output of a command");
      }
      all.put(
          output.id(),
          new OutputSource(text(node, "file"), stdout, node.path("optional").asBoolean()));
    }
    return all;
  }

  private List<Need> needs() {
    List<Need> all = new ArrayList<>();
    root.path("needs")
        .forEach(it -> all.add(new Need(it.get("program").asText(), text(it, "package"))));
    String program = root.get("command").get(0).asText();
    if (all.stream().noneMatch(it -> it.program().equals(program))) {
      all.add(new Need(program, Optional.empty()));
    }
    return all;
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    root.path("environment")
        .properties()
        .forEach(it -> all.put(it.getKey(), it.getValue().asText()));
    return all;
  }

  private static ResourceLimits limits(JsonNode node) {
    ResourceLimits usual = ResourceLimits.USUAL;
    return new ResourceLimits(
        megabytes(node, "memory-megabytes", usual.memoryBytes()),
        node.path("processes").asInt(usual.processes()),
        node.path("cpus").asDouble(usual.cpus()),
        node.has("cpu-seconds")
            ? Duration.ofSeconds(node.get("cpu-seconds").asLong())
            : usual.cpuTime(),
        text(node, "time").map(Duration::parse).orElse(usual.time()),
        megabytes(node, "file-megabytes", usual.fileBytes()),
        megabytes(node, "folder-megabytes", usual.folderBytes()));
  }

  private static long megabytes(JsonNode node, String key, long usual) {
    return node.has(key) ? node.get(key).asLong() * MEGABYTE : usual;
  }

  private Optional<ProgressPattern> progress() throws InvalidCommandFileException {
    JsonNode node = root.path("progress");
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    Pattern pattern = at(node, () -> Pattern.compile(node.get("pattern").asText()));
    if (pattern.matcher("").groupCount() < 1) {
      throw CommandYaml.problem(name, node, "the pattern needs a group, which is the percent");
    }
    return Optional.of(
        new ProgressPattern(node.path("stream").asText("stdout").equals("stderr"), pattern));
  }

  private Optional<Cost> cost() {
    JsonNode node = root.path("estimate");
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Cost(
                node.path("seconds").asDouble(), node.path("seconds-per-megabyte").asDouble()));
  }

  private Map<Integer, BadInput> badInput(ProcessDescription description)
      throws InvalidCommandFileException {
    Map<Integer, BadInput> all = new HashMap<>();
    for (JsonNode each : root.path("bad-input")) {
      String input = each.get("input").asText();
      if (description.findInput(input).isEmpty()) {
        throw CommandYaml.problem(name, each, "there is no input '" + input + "'");
      }
      all.put(each.get("exit-code").asInt(), new BadInput(input, text(each, "message")));
    }
    return all;
  }
}
