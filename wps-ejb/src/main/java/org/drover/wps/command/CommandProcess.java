package org.drover.wps.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.Placed;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.backend.Tasks;
import org.drover.wps.process.DescribedProcess;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;

/** A process whose work a program does, on an engine that bounds what it can do. */
final class CommandProcess implements DescribedProcess, Offering.Body, Placed {

  private static final double MEGABYTE = 1_000_000;

  private final CommandDefinition command;
  private final Backends backends;

  CommandProcess(CommandDefinition command, Backends backends) {
    this.command = command;
    this.backends = backends;
  }

  /** Itself as the body, so that its place can be asked for. */
  Offering offering() {
    return new Offering.Direct(description(), this, Optional.of(this::estimate), Optional.empty());
  }

  @Override
  public ProcessDescription description() {
    return command.description();
  }

  @Override
  public Map<String, Object> run(Map<String, List<Object>> inputs, Execution execution)
      throws IOException {
    TaskExecution run = TaskExecution.of(execution);
    CommandPiece piece = new CommandPiece(command, inputs, run);
    new Tasks(engine(run.tasks().queue()), run).run(List.of(piece));
    return piece.made();
  }

  @Override
  public String backend(String queue) {
    return command.backend(backends, queue);
  }

  private Backend engine(String queue) {
    String name = backend(queue);
    return backends
        .find(name)
        .orElseThrow(
            () ->
                new ProcessFailedException(
                    "The program is to run on '"
                        + name
                        + "', which this server does not have; tell the administrator."));
  }

  @Override
  public Optional<Estimate> estimate(Map<String, List<Object>> inputs) {
    return command
        .cost()
        .map(it -> Estimate.ofSeconds(it.seconds() + it.secondsPerMegabyte() * megabytes(inputs)));
  }

  private static double megabytes(Map<String, List<Object>> inputs) {
    return inputs.values().stream()
            .flatMap(List::stream)
            .filter(ComplexData.class::isInstance)
            .mapToLong(it -> length((ComplexData) it))
            .sum()
        / MEGABYTE;
  }

  private static long length(ComplexData data) {
    try {
      return data.length();
    } catch (IOException e) {
      return 0; // an estimate does without
    }
  }
}
