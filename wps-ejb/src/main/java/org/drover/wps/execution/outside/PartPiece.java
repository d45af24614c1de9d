package org.drover.wps.execution.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Piece;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.TaskFolder;
import org.drover.wps.job.Part;
import org.drover.wps.worker.folder.WorkCheckpoint;
import org.drover.wps.worker.folder.WorkProgress;
import org.drover.wps.worker.folder.WorkRequest;
import org.drover.wps.worker.folder.WorkRequest.PartOrder;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/** A part of a process in a worker. */
final class PartPiece implements Piece {

  private final OutsideParts job;
  private final Part part;

  PartPiece(OutsideParts job, Part part) {
    this.job = job;
    this.part = part;
  }

  @Override
  public int part() {
    return part.no();
  }

  @Override
  public Optional<String> image() {
    return Optional.empty();
  }

  @Override
  public ProgramRun program(TaskFolder folder, List<TaskFolder> before) throws IOException {
    return job.programs()
        .program(job.type(), job.description().limits(), folder, place -> give(place, before));
  }

  private WorkerPrograms.Given give(Path place, List<TaskFolder> before) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    WorkCheckpoint from = stored(files);
    for (TaskFolder each : before) {
      WorkerFolder left = new WorkerFolder(each.work());
      if (Files.isRegularFile(left.checkpoint(), LinkOption.NOFOLLOW_LINKS)) {
        from = WorkerJson.read(left.checkpoint(), WorkCheckpoint.class);
        giveFeatures(left.features(), from.length(), files);
        break;
      }
    }
    WorkRequest request =
        new WorkRequest(
            WorkerFolder.FORMAT,
            job.description().id(),
            job.description().version(),
            job.type().getName(),
            WorkerPrograms.inputs(job.inputs(), place, files),
            Map.of(),
            Optional.of(new PartOrder(part.definition(), job.interval(), from)));
    return new WorkerPrograms.Given(request, files);
  }

  /** How far the part was when it was last worked on in a server. */
  private WorkCheckpoint stored(Map<String, Path> files) {
    job.featuresOf(part).ifPresent(it -> giveFeatures(it, part.file().length(), files));
    return new WorkCheckpoint(part.position(), part.state(), part.file().length());
  }

  private static void giveFeatures(Path file, long length, Map<String, Path> files) {
    if (length > 0) {
      files.put(WorkerFolder.BEFORE, file);
    }
  }

  @Override
  public void look(ProgramRun run) throws IOException {
    Path file = new WorkerFolder(run.folder()).progress();
    if (Files.exists(file)) {
      job.reached(part, WorkerJson.read(file, WorkProgress.class).position());
    }
  }

  @Override
  public void ended(ProgramRun run, Ending ending) throws IOException {
    WorkerEnd.check(run, ending, job.execution());
    WorkerFolder folder = new WorkerFolder(run.folder());
    job.done(part, WorkerJson.read(folder.checkpoint(), WorkCheckpoint.class), folder.features());
  }
}
