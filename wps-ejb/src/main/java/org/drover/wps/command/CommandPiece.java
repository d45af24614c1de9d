package org.drover.wps.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.LogTail;
import org.drover.wps.backend.Piece;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.TaskFolder;
import org.drover.wps.command.ArgumentVector.Values;
import org.drover.wps.process.Execution;
import org.drover.wps.process.describe.InputDescription;

/** The one program run of a command process: its files and arguments, progress and outputs. */
final class CommandPiece implements Piece {

  private final CommandDefinition command;
  private final Map<String, List<Object>> inputs;
  private final OutputFormats formats;
  private final Execution execution;
  private Optional<ProgressReader> progress = Optional.empty();
  private Map<String, Object> made = Map.of();

  CommandPiece(CommandDefinition command, Map<String, List<Object>> inputs, Execution execution) {
    this.command = command;
    this.inputs = inputs;
    this.formats = new OutputFormats(command, execution);
    this.execution = execution;
  }

  @Override
  public int part() {
    return 0;
  }

  @Override
  public Optional<String> image() {
    return command.place().image();
  }

  @Override
  public ProgramRun program(TaskFolder folder, List<TaskFolder> before) throws IOException {
    PlacedInputs placed = new PlacedInputs(command.formats(), folder.inputs());
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
    ProgramRun run =
        new ProgramRun(
            command.arguments().fill(new Values(texts)),
            folder.work(),
            readable,
            folder.logs(),
            command.environment(),
            command.network(),
            command.limits());
    progress = command.progress().map(it -> new ProgressReader(it, run, execution));
    return run;
  }

  @Override
  public void look(ProgramRun run) throws IOException {
    if (progress.isPresent()) {
      progress.get().look();
    }
  }

  @Override
  public void ended(ProgramRun run, Ending ending) throws IOException {
    LogTail.keep(run, execution);
    if (!ending.isSuccess()) {
      throw FailureText.of(ending, run, command);
    }
    made = new OutputCollector(command, formats).collect(run);
  }

  /** The outputs, once it has ended. */
  Map<String, Object> made() {
    return made;
  }
}
