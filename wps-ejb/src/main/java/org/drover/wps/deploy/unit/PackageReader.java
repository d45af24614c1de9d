package org.drover.wps.deploy.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.InvalidCommandFileException;
import org.drover.wps.deploy.cwl.CwlDocument;
import org.drover.wps.deploy.cwl.NoSuchToolException;

/** Turns a package of any form into the model of a command, in the form of a command file. */
public final class PackageReader {

  private static final String NAME = "the package";

  private final UnitSource units;
  private final Optional<String> tool;

  /**
   * @param tool name of the tool that is meant where a CWL document has several
   */
  public PackageReader(UnitSource units, Optional<String> tool) {
    this.units = units;
    this.tool = tool;
  }

  /**
   * Parses the text of a package.
   *
   * @throws InvalidCommandFileException with the line, if it is neither JSON nor YAML
   */
  public static JsonNode parse(String text) throws InvalidCommandFileException {
    return CommandYaml.parse(NAME, text);
  }

  /**
   * The model of a package; what makes a command is not checked yet, and its identifier and version
   * may be missing.
   *
   * @param root as {@link #parse} read it
   * @throws InvalidCommandFileException with the line of what is not supported
   */
  public CommandModel read(UnitKind kind, JsonNode root)
      throws InvalidCommandFileException, NoSuchToolException {
    return kind == UnitKind.OGC_PACKAGE
        ? new OgcPackage(this, NAME, root).read()
        : unit(kind, NAME, root);
  }

  /** The model of a unit that is not a package itself. */
  CommandModel unit(UnitKind kind, String name, JsonNode root)
      throws InvalidCommandFileException, NoSuchToolException {
    return new CommandModel(
        name, kind == UnitKind.CWL ? CwlDocument.read(name, root, tool) : (ObjectNode) root);
  }

  /** The model of a unit of which there is the text alone. */
  CommandModel unit(Optional<String> mediaType, String name, String text)
      throws InvalidCommandFileException, NoSuchToolException {
    JsonNode root = CommandYaml.parse(name, text);
    return unit(mediaType.flatMap(UnitKind::of).orElseGet(() -> UnitKind.guess(root)), name, root);
  }

  /** The model of a unit that lies elsewhere. */
  CommandModel linked(Optional<String> mediaType, String href)
      throws InvalidCommandFileException, NoSuchToolException {
    return unit(mediaType, "the execution unit", units.fetch(href));
  }
}
