package org.drover.wps.deploy.unit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;
import org.drover.wps.deploy.cwl.NoSuchToolException;

/** An OGC Application Package: an execution unit, and what it says of the process (20-044 §7). */
final class OgcPackage {

  private static final Set<String> CONTAINERS = Set.of("docker", "oci");
  private static final String PROFILE = "/eoc/dockerizedApplication";
  private static final String UNIT = "the execution unit";

  private final PackageReader reader;
  private final String name;
  private final JsonNode root;

  OgcPackage(PackageReader reader, String name, JsonNode root) {
    this.reader = reader;
    this.name = name;
    this.root = root;
  }

  CommandModel read() throws InvalidCommandFileException, NoSuchToolException {
    checkProfile();
    CommandModel model = model(unit());
    JsonNode described = root.path("processDescription");
    JsonNode process = described.has("process") ? described.get("process") : described;
    if (!process.isMissingNode()) {
      new ProcessPart(name, process).addTo(model.tree());
    }
    return model;
  }

  private void checkProfile() throws InvalidCommandFileException {
    for (String key : new String[] {"deploymentProfile", "deploymentProfileName"}) {
      JsonNode profile = root.path(key);
      if (!profile.isMissingNode() && !profile.asText().endsWith(PROFILE)) {
        throw refused(profile, "the only deployment profile supported ends with " + PROFILE);
      }
    }
  }

  private InvalidCommandFileException refused(JsonNode at, String message) {
    return CommandYaml.problem(name, at, message);
  }

  private JsonNode unit() throws InvalidCommandFileException {
    JsonNode unit = root.path("executionUnit");
    if (unit.isArray() && unit.size() != 1) {
      throw refused(unit, "several execution units are not supported; send one");
    }
    JsonNode only = unit.isArray() ? unit.get(0) : unit;
    JsonNode nested = only.has("unit") ? only.get("unit") : only;
    if (!nested.isObject()) {
      throw refused(
          only.isMissingNode() ? root : only, "the package needs 'executionUnit', an object");
    }
    return nested;
  }

  private CommandModel model(JsonNode unit)
      throws InvalidCommandFileException, NoSuchToolException {
    if (unit.has("href")) {
      return reader.linked(text(unit, "type"), unit.get("href").asText());
    }
    if (unit.has("value")) {
      return qualified(unit);
    }
    if (CONTAINERS.contains(unit.path("type").asText())) {
      return new CommandModel(name, new ContainerUnit(name, unit).read());
    }
    if (unit.has("type")) {
      throw refused(unit.get("type"), "the type of an execution unit is docker or oci");
    }
    return reader.unit(UnitKind.guess(unit), name, unit);
  }

  private CommandModel qualified(JsonNode unit)
      throws InvalidCommandFileException, NoSuchToolException {
    JsonNode format = unit.has("format") ? unit.get("format") : unit;
    Optional<String> type = text(format, "mediaType");
    Optional<UnitKind> kind = type.flatMap(UnitKind::of);
    if (type.isPresent() && (kind.isEmpty() || kind.get() == UnitKind.OGC_PACKAGE)) {
      throw refused(unit, "an execution unit of media type " + type.get() + " is not supported");
    }
    JsonNode value = unit.get("value");
    if (value.isObject()) {
      return reader.unit(kind.orElseGet(() -> UnitKind.guess(value)), name, value);
    }
    return reader.unit(type, UNIT, decoded(unit, format, value));
  }

  private String decoded(JsonNode unit, JsonNode format, JsonNode value)
      throws InvalidCommandFileException {
    if (!format.path("encoding").asText().equals("base64")) {
      return value.asText();
    }
    try {
      return new String(Base64.getMimeDecoder().decode(value.asText()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused(unit, "the value is not base64: " + e.getMessage());
    }
  }

  private static Optional<String> text(JsonNode node, String member) {
    return Optional.ofNullable(node.get(member)).map(JsonNode::asText);
  }
}
