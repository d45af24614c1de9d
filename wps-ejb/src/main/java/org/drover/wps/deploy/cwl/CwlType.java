package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.InvalidCommandFileException;

/**
 * The type of an input or output (CWL v1.2, §4.1).
 *
 * @param name of a value; {@code string} for an enumeration
 * @param array whether there may be several values
 * @param symbols of an enumeration, else empty
 * @param itemBinding where each value of an array stands on the command line
 */
record CwlType(
    String name,
    boolean optional,
    boolean array,
    List<String> symbols,
    Optional<JsonNode> itemBinding) {

  private static final Set<String> LITERALS =
      Set.of("boolean", "int", "long", "float", "double", "string");
  private static final Set<String> KNOWN =
      Set.of("boolean", "int", "long", "float", "double", "string", "File", "stdout");

  boolean isLiteral() {
    return LITERALS.contains(name);
  }

  boolean isFile() {
    return name.equals("File");
  }

  static CwlType of(Refusal refusal, JsonNode node) throws InvalidCommandFileException {
    if (node.isArray()) {
      return union(refusal, node);
    }
    return node.isObject() ? schema(refusal, node) : named(refusal, node);
  }

  private CwlType asOptional() {
    return new CwlType(name, true, array, symbols, itemBinding);
  }

  private static CwlType union(Refusal refusal, JsonNode node) throws InvalidCommandFileException {
    List<JsonNode> types = new ArrayList<>();
    node.forEach(it -> types.add(it));
    boolean optional = types.removeIf(it -> it.isNull() || it.asText().equals("null"));
    if (types.size() != 1) {
      throw refusal.at(node, "several types for one value are not supported; choose one");
    }
    CwlType only = of(refusal, types.get(0));
    return optional ? only.asOptional() : only;
  }

  private static CwlType schema(Refusal refusal, JsonNode node) throws InvalidCommandFileException {
    String kind = refusal.text(node, "type", "a type");
    if (kind.equals("enum")) {
      refusal.requireOnly(node, "an enumeration", Set.of("type", "symbols", "name", "label"));
      List<String> symbols = new ArrayList<>();
      for (JsonNode each : node.path("symbols")) {
        symbols.add(refusal.plain(each).replaceFirst("^.*[#/]", ""));
      }
      if (symbols.isEmpty()) {
        throw refusal.at(node, "an enumeration needs 'symbols'");
      }
      return new CwlType("string", false, false, symbols, Optional.empty());
    }
    if (!kind.equals("array")) {
      throw refusal.at(node, "type " + kind + " is not supported");
    }
    refusal.requireOnly(node, "an array", Set.of("type", "items", "inputBinding", "name", "label"));
    JsonNode items = node.path("items");
    if (items.isMissingNode()) {
      throw refusal.at(node, "an array needs 'items'");
    }
    return several(
        refusal, node, of(refusal, items), Optional.ofNullable(node.get("inputBinding")));
  }

  private static CwlType several(
      Refusal refusal, JsonNode node, CwlType item, Optional<JsonNode> binding)
      throws InvalidCommandFileException {
    if (item.array || item.optional || item.name.equals("boolean")) {
      throw refusal.at(node, "an array of booleans, arrays or optional values is not supported");
    }
    return new CwlType(item.name, false, true, item.symbols, binding);
  }

  private static CwlType named(Refusal refusal, JsonNode node) throws InvalidCommandFileException {
    String written = refusal.plain(node);
    if (written.endsWith("?")) {
      JsonNode plain = JsonNodeFactory.instance.textNode(written.replaceFirst("\\?$", ""));
      return relocated(refusal, node, plain).asOptional();
    }
    if (written.endsWith("[]")) {
      JsonNode plain = JsonNodeFactory.instance.textNode(written.replaceFirst("\\[]$", ""));
      return several(refusal, node, relocated(refusal, node, plain), Optional.empty());
    }
    if (!KNOWN.contains(written)) {
      throw refusal.at(node, "type " + written + " is not supported");
    }
    return new CwlType(written, false, false, List.of(), Optional.empty());
  }

  /** A type made of a part of the text; what is wrong with it stands where the whole stands. */
  private static CwlType relocated(Refusal refusal, JsonNode whole, JsonNode part)
      throws InvalidCommandFileException {
    String text = part.textValue();
    if (!text.endsWith("[]") && !KNOWN.contains(text)) {
      throw refusal.at(whole, "type " + whole.asText() + " is not supported");
    }
    return named(refusal, part);
  }
}
