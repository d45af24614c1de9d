package org.drover.wps.execution.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Piece;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.backend.TaskFolder;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.worker.folder.ValueReader;
import org.drover.wps.worker.folder.WorkProgress;
import org.drover.wps.worker.folder.WorkRequest;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/** A whole process in a worker. */
final class WholePiece implements Piece {

  private final Offering offering;
  private final Class<?> type;
  private final Map<String, List<Object>> inputs;
  private final TaskExecution execution;
  private final WorkerPrograms programs;
  private Map<String, Object> made = Map.of();

  WholePiece(
      Offering offering,
      Map<String, List<Object>> inputs,
      TaskExecution execution,
      WorkerPrograms programs) {
    this.offering = offering;
    this.type = offering.type().orElseThrow();
    this.inputs = inputs;
    this.execution = execution;
    this.programs = programs;
  }

  @Override
  public int part() {
    return 0;
  }

  @Override
  public Optional<String> image() {
    return Optional.empty();
  }

  @Override
  public ProgramRun program(TaskFolder folder, List<TaskFolder> before) throws IOException {
    return programs.program(type, offering.description().limits(), folder, this::give);
  }

  private WorkerPrograms.Given give(Path place) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    WorkRequest request =
        new WorkRequest(
            WorkerFolder.FORMAT,
            offering.description().id(),
            offering.description().version(),
            type.getName(),
            WorkerPrograms.inputs(inputs, place, files),
            formats(),
            Optional.empty());
    return new WorkerPrograms.Given(request, files);
  }

  private Map<String, Format> formats() {
    Map<String, Format> wanted = new HashMap<>();
    for (OutputDescription output : offering.description().outputs()) {
      execution.wantedFormat(output.id()).ifPresent(it -> wanted.put(output.id(), it));
    }
    return wanted;
  }

  @Override
  public void look(ProgramRun run) throws IOException {
    Path file = new WorkerFolder(run.folder()).progress();
    if (Files.exists(file)) {
      WorkProgress progress = WorkerJson.read(file, WorkProgress.class);
      execution.progress(progress.percent(), progress.message());
    }
  }

  @Override
  public void ended(ProgramRun run, Ending ending) throws IOException {
    WorkerEnd.check(run, ending, execution);
    WorkerFolder folder = new WorkerFolder(run.folder());
    made =
        new ValueReader(folder.outputFiles())
            .outputs(WorkerJson.read(folder.outputs(), String.class));
  }

  /** The outputs, once it has ended. */
  Map<String, Object> made() {
    return made;
  }
}
