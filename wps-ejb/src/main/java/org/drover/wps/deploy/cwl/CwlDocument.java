package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;

/** A CWL document: one tool, or several in {@code $graph}. */
public final class CwlDocument {

  private static final Set<String> VERSIONS = Set.of("v1.0", "v1.1", "v1.2");

  private final Refusal refusal;
  private final JsonNode root;

  private CwlDocument(String name, JsonNode root) {
    this.refusal = new Refusal(name);
    this.root = root;
  }

  /** Whether this may be CWL at all. */
  public static boolean isOne(JsonNode root) {
    return root.has("cwlVersion");
  }

  /**
   * Reads a document into the model of a command.
   *
   * @param name what to call the document in messages
   * @param root as {@link CommandYaml#parse} read it
   * @param tool name of the tool that is meant; the first without one (20-044,
   *     /req/cwl/deploy-w-param)
   * @return the form of a command file; {@code process} is absent where the tool has no id
   * @throws InvalidCommandFileException with the line of what is not supported
   */
  public static ObjectNode read(String name, JsonNode root, Optional<String> tool)
      throws InvalidCommandFileException, NoSuchToolException {
    return new CwlDocument(name, root).read(tool);
  }

  private ObjectNode read(Optional<String> wanted)
      throws InvalidCommandFileException, NoSuchToolException {
    String version = refusal.text(root, "cwlVersion", "a CWL document");
    if (!VERSIONS.contains(version)) {
      throw refusal.at(root.get("cwlVersion"), "cwlVersion is one of " + sorted(VERSIONS));
    }
    JsonNode tool = choose(wanted);
    String kind = refusal.text(tool, "class", "a tool");
    if (!kind.equals("CommandLineTool")) {
      throw refusal.at(
          tool.get("class"),
          "class " + kind + " is not supported; deploy a CommandLineTool (?w= chooses one)");
    }
    return new CwlTool(refusal, namespaces(), tool).read();
  }

  private static List<String> sorted(Set<String> set) {
    return set.stream().sorted().toList();
  }

  private JsonNode choose(Optional<String> wanted) throws NoSuchToolException {
    List<JsonNode> tools = new ArrayList<>();
    if (root.has("$graph")) {
      root.get("$graph").forEach(tools::add);
    } else {
      tools.add(root);
    }
    return tools.stream()
        .filter(it -> wanted.isEmpty() || id(it).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchToolException(
                    "There is no '"
                        + wanted.orElse("tool")
                        + "' in the document; there are "
                        + tools.stream().flatMap(it -> id(it).stream()).toList()
                        + "."));
  }

  /** What a tool is called: the end of its id, which may be an address. */
  static Optional<String> id(JsonNode tool) {
    return Optional.ofNullable(tool.get("id"))
        .filter(JsonNode::isTextual)
        .map(it -> it.textValue().replaceFirst("^.*[#/]", ""));
  }

  private JsonNode namespaces() {
    return root.path("$namespaces");
  }
}
