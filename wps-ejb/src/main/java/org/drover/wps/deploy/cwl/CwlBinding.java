package org.drover.wps.deploy.cwl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.InvalidCommandFileException;

/**
 * Where a value stands on the command line (CWL v1.2, CommandLineBinding).
 *
 * @param separator stands between the values of an array, which become one argument
 */
record CwlBinding(
    int position, Optional<String> prefix, boolean separate, Optional<String> separator) {

  private static final Set<String> KNOWN =
      Set.of("position", "prefix", "separate", "itemSeparator", "valueFrom");

  static CwlBinding of(Refusal refusal, JsonNode node) throws InvalidCommandFileException {
    refusal.requireOnly(node, "a binding", KNOWN);
    return new CwlBinding(
        node.has("position") ? (int) refusal.number(node.get("position")) : 0,
        text(refusal, node, "prefix"),
        node.path("separate").asBoolean(true),
        text(refusal, node, "itemSeparator"));
  }

  private static Optional<String> text(Refusal refusal, JsonNode node, String member)
      throws InvalidCommandFileException {
    return node.has(member)
        ? Optional.of(CwlCommandLine.escaped(refusal.plain(node.get(member))))
        : Optional.empty();
  }

  /** The arguments a text becomes: with the prefix before it, or in front of it. */
  List<String> with(String text) {
    return prefix
        .map(it -> separate ? List.of(it, text) : List.of(it + text))
        .orElseGet(() -> List.of(text));
  }
}
