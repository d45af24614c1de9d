package org.drover.wps.command;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.drover.wps.backend.Backends;
import org.drover.wps.process.registry.Offering;

/** Commands described by something other than files in a folder. */
@ApplicationScoped
public class DescribedCommand {

  private final Backends backends;

  @Inject
  public DescribedCommand(Backends backends) {
    this.backends = backends;
  }

  /** For the container's proxy. */
  protected DescribedCommand() {
    this(new Backends(List.of()));
  }

  /**
   * The process a description makes.
   *
   * @param name what to call it in messages
   * @param model the description, in the form of a command file
   * @throws InvalidCommandFileException with the number of the line, for nodes {@link CommandYaml}
   *     has read
   */
  public Offering offering(String name, JsonNode model) throws InvalidCommandFileException {
    CommandDefinition definition = CommandReader.read(name, model);
    String backend = definition.place().backend();
    if (backends.find(backend).isEmpty()) {
      throw new InvalidCommandFileException(
          name + ": this server has no backend '" + backend + "' to run it");
    }
    return new CommandProcess(definition, backends).offering();
  }
}
