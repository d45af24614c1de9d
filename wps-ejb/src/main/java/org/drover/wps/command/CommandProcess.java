package org.drover.wps.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.command.ArgumentVector.Values;
import org.drover.wps.process.DescribedProcess;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.sandbox.Sandbox;

/** A process whose work a program does, in a sandbox. */
final class CommandProcess implements DescribedProcess {

  private static final double MEGABYTE = 1_000_000;
  private static final int LOG_BYTES = 1_000_000;

  private final CommandDefinition command;
  private final Sandbox sandbox;

  CommandProcess(CommandDefinition command, Sandbox sandbox) {
    this.command = command;
    this.sandbox = sandbox;
  }

  @Override
  public ProcessDescription description() {
    return command.description();
  }

  @Override
  public Map<String, Object> run(Map<String, List<Object>> inputs, Execution execution)
      throws IOException {
    Optional<String> problem = sandbox.problem();
    if (problem.isPresent()) {
      throw new ProcessFailedException(problem.get());
    }
    OutputFormats formats = new OutputFormats(command, execution);
    ProgramRun run = prepare(inputs, formats, execution.scratch());
    try {
      Ending ending = carryOut(run, execution);
      if (!ending.isSuccess()) {
        throw FailureText.of(ending, run, command);
      }
      return new OutputCollector(command, formats).collect(run);
    } finally {
      Files.writeString(execution.log(), LogTail.read(run.stderr(), LOG_BYTES));
    }
  }

  private Ending carryOut(ProgramRun run, Execution execution) throws IOException {
    Optional<ProgressReader> progress =
        command.progress().map(it -> new ProgressReader(it, run, execution));
    try {
      return sandbox.run(
          run,
          () -> {
            execution.checkStopped();
            if (progress.isPresent()) {
              progress.get().look();
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("The run was interrupted.");
    }
  }

  private ProgramRun prepare(Map<String, List<Object>> inputs, OutputFormats formats, Path scratch)
      throws IOException {
    PlacedInputs placed =
        new PlacedInputs(command.formats(), Files.createDirectory(scratch.resolve("in")));
    for (InputDescription input : command.description().inputs()) {
      placed.place(input, inputs.getOrDefault(input.id(), List.of()));
    }
    Map<String, Path> readable = new HashMap<>(placed.files());
    Map<String, List<String>> texts = new HashMap<>(placed.texts());
    texts.putAll(formats.texts());
    command
        .scripts()
        .forEach(
            (name, file) -> {
              readable.put("script/" + name, file);
              texts.put("script." + name, List.of("script/" + name));
            });
    return new ProgramRun(
        command.arguments().fill(new Values(texts)),
        Files.createDirectory(scratch.resolve("work")),
        readable,
        Files.createDirectory(scratch.resolve("logs")),
        command.environment(),
        command.network(),
        command.limits());
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
