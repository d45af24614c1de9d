package org.drover.wps.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backends;
import org.drover.wps.command.DescribedCommand;
import org.drover.wps.command.InvalidCommandFileException;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.drover.wps.deploy.cwl.NoSuchToolException;
import org.drover.wps.deploy.unit.CommandModel;
import org.drover.wps.deploy.unit.PackageReader;
import org.drover.wps.deploy.unit.UnitKind;
import org.drover.wps.deploy.unit.UnitSource;

/** Turns what was sent into a package that can be stored, or refuses it. */
@ApplicationScoped
public class PackageCheck {

  /** Bytes of a package, and of an execution unit it links to. */
  public static final int LARGEST = 400_000;

  private static final String FIRST_VERSION = "1.0.0";
  private static final String BACKEND = "backend";

  /** What follows a version that has stood for another content has room beside it. */
  private static final int LONGEST_VERSION = 80;

  private final UnitSource units;
  private final DescribedCommand commands;

  @Inject
  public PackageCheck(UnitSource units, DescribedCommand commands) {
    this.units = units;
    this.commands = commands;
  }

  /** For the container's proxy. */
  protected PackageCheck() {
    this(href -> "", new DescribedCommand(new Backends(List.of())));
  }

  /**
   * Checks a package.
   *
   * @param process what the process is called where the package has no identifier
   * @param tool which tool is meant where there are several
   * @throws PackageRefusedException UNKNOWN_MEDIA_TYPE, UNREADABLE, INVALID, NO_SUCH_TOOL
   */
  NewPackage check(SentPackage sent, Optional<String> process, Optional<String> tool) {
    UnitKind kind =
        UnitKind.of(sent.mediaType())
            .orElseThrow(
                () ->
                    new PackageRefusedException(
                        Reason.UNKNOWN_MEDIA_TYPE,
                        "Send the package as application/ogcapppkg+json or application/cwl+yaml, not "
                            + (sent.mediaType().isBlank() ? "nothing." : sent.mediaType() + ".")));
    JsonNode root = parse(sent.text());
    try {
      return made(sent, new PackageReader(units, tool).read(kind, root), process);
    } catch (InvalidCommandFileException e) {
      throw new PackageRefusedException(Reason.INVALID, sentence(e), e);
    } catch (NoSuchToolException e) {
      throw new PackageRefusedException(Reason.NO_SUCH_TOOL, e.getMessage(), e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return PackageReader.parse(text);
    } catch (InvalidCommandFileException e) {
      throw new PackageRefusedException(Reason.UNREADABLE, sentence(e), e);
    }
  }

  private static String sentence(InvalidCommandFileException e) {
    return "The package is not taken: " + e.getMessage() + ".";
  }

  private NewPackage made(SentPackage sent, CommandModel read, Optional<String> process)
      throws InvalidCommandFileException {
    ObjectNode model = read.tree();
    process.filter(it -> !model.has("process")).ifPresent(it -> model.put("process", it));
    if (!model.has("version")) {
      model.put("version", FIRST_VERSION);
    }
    if (model.path("image").isTextual()) {
      model.put(BACKEND, "container");
    } else {
      model.remove(BACKEND);
    }
    commands.offering(read.name(), model);
    PackagePolicy.check(read.name(), model);
    Ceilings.complete(model);
    String version = model.get("version").asText();
    if (version.length() > LONGEST_VERSION) {
      throw new InvalidCommandFileException(
          "a version has at most " + LONGEST_VERSION + " characters");
    }
    String text = model.toString();
    if (text.getBytes(StandardCharsets.UTF_8).length > 2 * LARGEST) {
      throw new InvalidCommandFileException("the command it comes to is too large");
    }
    return new NewPackage(model.get("process").asText(), version, sent, text);
  }
}
