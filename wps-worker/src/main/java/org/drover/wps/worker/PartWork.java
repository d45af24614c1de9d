package org.drover.wps.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.drover.wps.process.plan.Checkpoint;
import org.drover.wps.process.plan.FeatureSink;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.PlanRunner;
import org.drover.wps.worker.file.FeatureFile;
import org.drover.wps.worker.folder.WorkCheckpoint;
import org.drover.wps.worker.folder.WorkRequest.PartOrder;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/** Works on a part from a checkpoint to its end, and leaves checkpoints on the way. */
final class PartWork {

  private final WorkerFolder folder;
  private final Plan<?> plan;
  private final PartOrder order;
  private final WorkerExecution execution;

  PartWork(WorkerFolder folder, Plan<?> plan, PartOrder order, WorkerExecution execution) {
    this.folder = folder;
    this.plan = plan.checkpointEvery(order.interval());
    this.order = order;
    this.execution = execution;
  }

  void run() throws Exception {
    if (plan.work() instanceof Plan.Writing<?> writing) {
      try (FeatureFile.Writer file = openFile(writing.crs())) {
        work(file, Optional.of(file));
      }
    } else {
      work(feature -> {}, Optional.empty());
    }
  }

  private FeatureFile.Writer openFile(String crs) throws IOException {
    return Files.exists(folder.before())
        ? FeatureFile.continueFrom(folder.before(), order.from().length(), folder.features())
        : FeatureFile.create(folder.features(), crs);
  }

  private void work(FeatureSink sink, Optional<FeatureFile.Writer> file) throws Exception {
    Record part = WorkerJson.value(order.definition(), plan.parts().get(0).getClass());
    store(
        new PlanRunner<>(plan, execution).runPart(part, start(), sink, it -> keep(it, file)), file);
  }

  private Checkpoint start() throws IOException {
    Checkpoint zero = Checkpoint.start(plan);
    Optional<Record> state = zero.state();
    if (state.isPresent() && order.from().state().isPresent()) {
      state = Optional.of(WorkerJson.value(order.from().state().get(), state.get().getClass()));
    }
    return new Checkpoint(order.from().position(), state);
  }

  private void keep(Checkpoint at, Optional<FeatureFile.Writer> file) {
    try {
      store(at, file);
      execution.reached(at.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void store(Checkpoint at, Optional<FeatureFile.Writer> file) throws IOException {
    long length = file.isPresent() ? file.get().force() : 0;
    Optional<String> state =
        at.state().isPresent() ? Optional.of(WorkerJson.text(at.state().get())) : Optional.empty();
    WorkerJson.write(folder.checkpoint(), new WorkCheckpoint(at.position(), state, length));
  }
}
