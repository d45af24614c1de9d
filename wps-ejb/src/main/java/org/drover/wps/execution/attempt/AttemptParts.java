package org.drover.wps.execution.attempt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.execution.outside.OutsideParts;
import org.drover.wps.execution.outside.WorkerPrograms;
import org.drover.wps.job.Part;
import org.drover.wps.job.PartFile;
import org.drover.wps.job.PartStore;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.worker.folder.WorkCheckpoint;

/** The parts of an attempt while workers do them; each is stored when it is done. */
record AttemptParts(
    Offering offering,
    Map<String, List<Object>> inputs,
    int interval,
    TaskExecution execution,
    WorkerPrograms programs,
    RunningAttempt attempt,
    PlannedJob planned,
    PartStore parts)
    implements OutsideParts {

  @Override
  public ProcessDescription description() {
    return offering.description();
  }

  @Override
  public Class<?> type() {
    return offering.type().orElseThrow();
  }

  @Override
  public Optional<Path> featuresOf(Part part) {
    return planned.features(part);
  }

  @Override
  public void reached(Part part, long position) {
    attempt.reached(part, Math.max(part.position(), position));
  }

  @Override
  public void done(Part part, WorkCheckpoint end, Path features) throws IOException {
    PartFile file =
        planned.plan().work() instanceof Plan.Writing<?>
            ? planned.takeOver(part, plain(features), end.length())
            : part.file();
    Part whole = part.at(end.position(), end.state(), file, true);
    parts.checkpoint(attempt.attempt(), whole);
    attempt.reached(whole, end.position());
  }

  private static Path plain(Path features) throws IOException {
    if (!Files.isRegularFile(features, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("The worker left no plain file of features.");
    }
    return features;
  }
}
