package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.command.InvalidCommandFileException;

/**
 * The argument vector of a tool: baseCommand, then arguments and inputs by their positions; of
 * those with the same, arguments come first, in the order written, then inputs by name (CWL v1.2,
 * §5.1).
 */
final class CwlCommandLine {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\(inputs\\.([A-Za-z][A-Za-z0-9_-]*)(\\.path)?\\)");
  private static final Set<String> BINDING = Set.of("position", "prefix", "separate", "valueFrom");

  private final Refusal refusal;
  private final ArrayNode base = JSON.arrayNode();
  private final List<Bound> bound = new ArrayList<>();

  /** Elements of the model's command that stand together. */
  private record Bound(int position, String name, List<JsonNode> elements) {}

  CwlCommandLine(Refusal refusal) {
    this.refusal = refusal;
  }

  /** A text as it is, where the model would see placeholders. */
  static String escaped(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  void base(JsonNode node) throws InvalidCommandFileException {
    for (JsonNode each : node.isArray() ? node : JSON.arrayNode().add(node)) {
      if (!each.isMissingNode()) {
        base.add(base.isEmpty() ? refusal.plain(each) : escaped(refusal.plain(each)));
      }
    }
  }

  void arguments(JsonNode node, CwlInputs inputs) throws InvalidCommandFileException {
    for (JsonNode each : node) {
      if (!each.isObject()) {
        add(0, "", List.of(JSON.textNode(filled(each, inputs))));
        continue;
      }
      refusal.requireOnly(each, "an argument", BINDING);
      if (!each.has("valueFrom")) {
        throw refusal.at(each, "an argument needs 'valueFrom'");
      }
      CwlBinding binding = CwlBinding.of(refusal, each);
      List<JsonNode> elements = new ArrayList<>();
      binding.with(filled(each.get("valueFrom"), inputs)).forEach(it -> elements.add(text(it)));
      add(binding.position(), "", elements);
    }
  }

  private static JsonNode text(String text) {
    return JSON.textNode(text);
  }

  /** A text in which references to inputs have become placeholders. */
  private String filled(JsonNode node, CwlInputs inputs) throws InvalidCommandFileException {
    if (!node.isValueNode()) {
      throw refusal.at(node, "a text is needed here");
    }
    String written = node.asText();
    StringBuilder filled = new StringBuilder();
    Matcher reference = REFERENCE.matcher(written);
    int from = 0;
    while (reference.find()) {
      filled.append(escaped(written.substring(from, reference.start())));
      filled.append(inputs.placeholder(node, reference.group(1), reference.group(2) != null));
      from = reference.end();
    }
    String rest = written.substring(from);
    if (rest.contains("$(") || rest.contains("${")) {
      throw refusal.at(
          node, "of expressions only $(inputs.NAME) and $(inputs.NAME.path) are supported here");
    }
    return filled.append(escaped(rest)).toString();
  }

  /**
   * Adds what stands together.
   *
   * @param name of the input it is for; empty for arguments
   */
  void add(int position, String name, List<JsonNode> elements) {
    bound.add(new Bound(position, name, elements));
  }

  ArrayNode write() {
    ArrayNode command = base.deepCopy();
    bound.stream()
        .sorted(Comparator.comparingInt(Bound::position).thenComparing(Bound::name))
        .forEach(it -> it.elements.forEach(command::add));
    return command;
  }
}
