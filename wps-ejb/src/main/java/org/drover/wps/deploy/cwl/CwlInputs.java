package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drover.wps.command.InvalidCommandFileException;

/** The inputs of a tool: what they are, and where they stand on the command line. */
final class CwlInputs {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST = 1000;
  private static final Set<String> KNOWN =
      Set.of("id", "type", "label", "doc", "inputBinding", "default", "format", "streamable");

  private final Refusal refusal;
  private final CwlFormats formats;
  private final Map<String, Input> inputs = new LinkedHashMap<>();

  private record Input(String id, JsonNode node, CwlType type) {

    String placeholder() {
      return "{" + id + (type.isFile() ? ".path}" : "}");
    }

    boolean mayBeAbsent() {
      return type.optional() && !node.has("default");
    }
  }

  CwlInputs(Refusal refusal, CwlFormats formats) {
    this.refusal = refusal;
    this.formats = formats;
  }

  /** The inputs of the model. */
  ObjectNode read(JsonNode node) throws InvalidCommandFileException {
    ObjectNode model = JSON.objectNode();
    for (Map.Entry<String, JsonNode> each : CwlParameters.byId(refusal, node).entrySet()) {
      JsonNode written = each.getValue();
      refusal.requireOnly(written, "an input", KNOWN);
      CwlType type = CwlType.of(refusal, CwlParameters.type(refusal, written));
      if (!type.isLiteral() && !type.isFile()) {
        throw refusal.at(written, "type " + type.name() + " is not supported for an input");
      }
      Input input = new Input(each.getKey(), written, type);
      inputs.put(input.id, input);
      model.set(input.id, model(input));
    }
    return model;
  }

  private ObjectNode model(Input input) throws InvalidCommandFileException {
    ObjectNode model = CwlParameters.texts(input.id, input.node);
    if (input.type.array()) {
      model.put("maximum-occurs", MOST);
    }
    if (input.type.isFile()) {
      model.set(
          "formats",
          input.node.has("format")
              ? formats.read(input.node.get("format"))
              : CwlFormats.of(CwlFormats.BINARY, CwlFormats.TEXT));
    } else {
      model.put("type", input.type.name());
      if (!input.type.symbols().isEmpty()) {
        ArrayNode values = model.putArray("values");
        input.type.symbols().forEach(values::add);
      }
    }
    if (input.mayBeAbsent()) {
      model.put("optional", true);
    }
    return input.node.has("default") ? model.put("default", usual(input)) : model;
  }

  private String usual(Input input) throws InvalidCommandFileException {
    JsonNode usual = input.node.get("default");
    if (input.type.array() || input.type.isFile()) {
      throw refusal.at(usual, "a default of a File or an array is not supported");
    }
    return refusal.plain(usual);
  }

  /** What stands for an input that must be there once, in an argument. */
  String placeholder(JsonNode at, String name, boolean path) throws InvalidCommandFileException {
    Input input = inputs.get(name);
    if (input == null) {
      throw refusal.at(at, "there is no input '" + name + "'");
    }
    if (input.type.isFile() != path || input.type.array() || input.mayBeAbsent()) {
      throw refusal.at(
          at,
          "$(inputs.NAME) stands for a value, $(inputs.NAME.path) for a File, that is neither"
              + " optional nor an array; '"
              + name
              + "' is something else");
    }
    return input.placeholder();
  }

  /** Puts all inputs with a binding on the command line. */
  void bind(CwlCommandLine line) throws InvalidCommandFileException {
    for (Input each : inputs.values()) {
      JsonNode node = each.node.path("inputBinding");
      if (node.isMissingNode() && each.type.itemBinding().isEmpty()) {
        continue;
      }
      if (node.has("valueFrom")) {
        throw refusal.at(node.get("valueFrom"), "'valueFrom' of an input is not supported");
      }
      CwlBinding binding = CwlBinding.of(refusal, node.isMissingNode() ? JSON.objectNode() : node);
      line.add(binding.position(), each.id, elements(each, binding));
    }
  }

  private List<JsonNode> elements(Input input, CwlBinding binding)
      throws InvalidCommandFileException {
    if (input.type.array()) {
      return severalValues(input, binding);
    }
    if (input.type.name().equals("boolean")) {
      return binding
          .prefix()
          .<List<JsonNode>>map(it -> List.of(when(input, List.of(it)).put("is", "true")))
          .orElseGet(List::of);
    }
    List<String> arguments = binding.with(input.placeholder());
    if (input.mayBeAbsent()) {
      return List.of(when(input, arguments));
    }
    List<JsonNode> elements = new ArrayList<>();
    arguments.forEach(it -> elements.add(JSON.textNode(it)));
    return elements;
  }

  private List<JsonNode> severalValues(Input input, CwlBinding binding)
      throws InvalidCommandFileException {
    if (input.type.itemBinding().isPresent()) {
      CwlBinding each = CwlBinding.of(refusal, input.type.itemBinding().get());
      ObjectNode elements = conditional("each", input, each.with(input.placeholder()));
      return binding
          .prefix()
          .<List<JsonNode>>map(it -> List.of(when(input, List.of(it)), elements))
          .orElseGet(() -> List.of(elements));
    }
    if (binding.separator().isPresent()) {
      return List.of(
          when(input, binding.with(input.placeholder())).put("join", binding.separator().get()));
    }
    if (!binding.separate() && binding.prefix().isPresent()) {
      throw refusal.at(
          input.node,
          "'separate: false' of an array needs 'itemSeparator', or belongs to its items");
    }
    return List.of(when(input, binding.with(input.placeholder())));
  }

  private static ObjectNode when(Input input, List<String> arguments) {
    return conditional("when", input, arguments);
  }

  private static ObjectNode conditional(String condition, Input input, List<String> arguments) {
    ObjectNode element = JSON.objectNode().put(condition, input.id);
    ArrayNode all = element.putArray("arguments");
    arguments.forEach(all::add);
    return element;
  }
}
