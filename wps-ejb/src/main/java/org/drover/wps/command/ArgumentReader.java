package org.drover.wps.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.ArgumentVector.Always;
import org.drover.wps.command.ArgumentVector.Each;
import org.drover.wps.command.ArgumentVector.Joined;
import org.drover.wps.command.ArgumentVector.Piece;
import org.drover.wps.command.ArgumentVector.Unless;
import org.drover.wps.command.ArgumentVector.When;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Reads a command, and checks each placeholder against what the process describes. */
final class ArgumentReader {

  private static final Set<String> BOX = Set.of("minx", "miny", "maxx", "maxy", "crs");
  private static final List<String> CONDITIONS = List.of("when", "unless", "each");
  private static final Set<String> FILE = Set.of("path", "format");

  private final ProcessDescription process;
  private final Map<String, Optional<InputDescription>> known = new HashMap<>();

  /**
   * @param scripts names of files that come with the command
   */
  ArgumentReader(ProcessDescription process, Set<String> scripts) {
    this.process = process;
    process.inputs().forEach(this::know);
    for (OutputDescription output : process.outputs()) {
      known.put(output.id() + ".path", Optional.empty());
      known.put(output.id() + ".format", Optional.empty());
    }
    scripts.forEach(it -> known.put("script." + it, Optional.empty()));
  }

  private void know(InputDescription input) {
    if (input.data() instanceof DataDescription.Literal) {
      known.put(input.id(), Optional.of(input));
    }
    Set<String> members =
        input.data() instanceof DataDescription.Complex
            ? FILE
            : input.data() instanceof DataDescription.Box ? BOX : Set.of();
    members.forEach(it -> known.put(input.id() + "." + it, Optional.of(input)));
  }

  /**
   * Reads all elements but the program.
   *
   * @throws IllegalArgumentException if a placeholder stands for nothing, or may stand for nothing
   */
  Piece read(JsonNode node) {
    if (!node.isObject()) {
      return new Always(text(node.asText(), ""));
    }
    List<String> conditions = CONDITIONS.stream().filter(node::has).toList();
    if (conditions.size() != 1 || (node.has("is") && !node.has("when"))) {
      throw new IllegalArgumentException("these arguments need one of " + CONDITIONS);
    }
    if (node.has("join") && (!node.has("when") || node.has("is"))) {
      throw new IllegalArgumentException("'join' goes with 'when' alone");
    }
    String condition = conditions.get(0);
    String input = node.get(condition).asText();
    if (process.findInput(input).isEmpty()) {
      throw new IllegalArgumentException("there is no input '" + input + "'");
    }
    List<Text> texts = new ArrayList<>();
    String given = condition.equals("unless") ? "" : input;
    node.get("arguments").forEach(it -> texts.add(text(it.asText(), given)));
    return switch (condition) {
      case "each" -> new Each(input, texts);
      case "unless" -> new Unless(input, texts);
      default ->
          CommandDefinition.text(node, "join")
              .<Piece>map(it -> new Joined(input, it, texts))
              .orElseGet(() -> new When(input, CommandDefinition.text(node, "is"), texts));
    };
  }

  private Text text(String written, String given) {
    Text text = Text.parse(written);
    for (String each : text.placeholders()) {
      Optional<InputDescription> input = known.get(each);
      if (input == null) {
        throw new IllegalArgumentException(
            "there is nothing to put for {" + each + "}; there are " + known.keySet());
      }
      input.filter(it -> !it.id().equals(given)).ifPresent(it -> requireValue(it, text));
    }
    return text;
  }

  private static void requireValue(InputDescription input, Text text) {
    if (input.minOccurs() == 0 && !hasDefault(input)) {
      throw new IllegalArgumentException(
          "the input '" + input.id() + "' may be absent: put its arguments below 'when'");
    }
    if (input.maxOccurs() > 1 && !text.isPlaceholder()) {
      throw new IllegalArgumentException(
          "the input '" + input.id() + "' may have several values: put its arguments below 'each'");
    }
  }

  private static boolean hasDefault(InputDescription input) {
    return input.data() instanceof DataDescription.Literal literal
        ? literal.defaultValue().isPresent()
        : input.data() instanceof DataDescription.Box box && box.defaultValue().isPresent();
  }
}
