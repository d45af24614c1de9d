package org.drover.wps.command;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.backend.Backends;
import org.drover.wps.process.registry.Offering;

/** Commands described by something other than files in a folder. */
@ApplicationScoped
public class DescribedCommand {

  @Inject private Backends backends;

  /** For the container. */
  public DescribedCommand() {}

  DescribedCommand(Backends backends) {
    this.backends = backends;
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
    return Offering.of(new CommandProcess(definition, backends));
  }
}
