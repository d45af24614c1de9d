package org.drover.wps.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;
import org.drover.wps.worker.file.FeatureFile;
import org.drover.wps.worker.folder.ValueReader;
import org.drover.wps.worker.folder.ValueWriter;
import org.drover.wps.worker.folder.WorkCheckpoint;
import org.drover.wps.worker.folder.WorkExit;
import org.drover.wps.worker.folder.WorkExit.Outcome;
import org.drover.wps.worker.folder.WorkProgress;
import org.drover.wps.worker.folder.WorkRequest;
import org.drover.wps.worker.folder.WorkRequest.PartOrder;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker in its folder. */
class WorkerTest {

  @TempDir Path root;

  private WorkerFolder folder(String name) throws IOException {
    return new WorkerFolder(Files.createDirectories(root.resolve(name)));
  }

  private static WorkExit run(WorkerFolder folder, int count, int stop, Optional<PartOrder> part)
      throws IOException {
    Files.createDirectories(folder.inputs());
    String inputs =
        new ValueWriter(folder.inputs(), (name, file) -> true)
            .inputs(Map.of("count", List.of(count), "stop", List.of(stop)));
    WorkerJson.write(
        folder.request(),
        new WorkRequest(
            WorkerFolder.FORMAT,
            "points",
            "1.0.0",
            Points.class.getName(),
            inputs,
            Map.of(),
            part));
    WorkExit exit = new Worker(folder).run();
    assertThat(WorkerJson.read(folder.exit(), WorkExit.class)).isEqualTo(exit);
    return exit;
  }

  private static Optional<PartOrder> part(WorkCheckpoint from) {
    return Optional.of(new PartOrder("{\"count\":10}", 3, from));
  }

  @Test
  void aPartThatWasCutOffGoesOnAtItsCheckpoint() throws Exception {
    WorkerFolder first = folder("first");
    assertThat(run(first, 10, 8, part(WorkCheckpoint.START)).outcome()).isEqualTo(Outcome.STOPPED);
    WorkCheckpoint left = WorkerJson.read(first.checkpoint(), WorkCheckpoint.class);
    assertThat(left.position()).isEqualTo(6);

    WorkerFolder second = folder("second");
    Files.copy(first.features(), second.before());
    assertThat(run(second, 10, -1, part(left)).outcome()).isEqualTo(Outcome.DONE);
    WorkCheckpoint end = WorkerJson.read(second.checkpoint(), WorkCheckpoint.class);
    assertThat(end.position()).isEqualTo(10);
    assertThat(end.length()).isEqualTo(Files.size(second.features()));
    assertThat(ids(FeatureFile.open(second.features())))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(WorkerJson.read(second.progress(), WorkProgress.class).position()).isEqualTo(9);
  }

  @Test
  void aWholePlanLeavesItsOutputs() throws Exception {
    WorkerFolder folder = folder("whole");
    assertThat(run(folder, 3, -1, Optional.empty()).outcome()).isEqualTo(Outcome.DONE);
    Map<String, Object> outputs =
        new ValueReader(folder.outputFiles())
            .outputs(WorkerJson.read(folder.outputs(), String.class));
    assertThat(ids((FeatureCollection) outputs.get("points"))).containsExactly("0", "1", "2");
  }

  @Test
  void anotherVersionThanAskedForIsRefused() throws Exception {
    WorkerFolder folder = folder("version");
    WorkerJson.write(
        folder.request(),
        new WorkRequest(
            WorkerFolder.FORMAT,
            "points",
            "2.0.0",
            Points.class.getName(),
            "{}",
            Map.of(),
            Optional.empty()));
    WorkExit exit = new Worker(folder).run();
    assertThat(exit.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(exit.message()).contains("1.0.0");
  }

  @Test
  void aRequestThatCannotBeReadEndsWithARecord() throws Exception {
    WorkerFolder folder = folder("broken");
    Files.writeString(folder.request(), "{");
    assertThat(new Worker(folder).run().outcome()).isEqualTo(Outcome.BROKEN);
  }

  private static List<String> ids(FeatureCollection features) throws IOException {
    List<String> ids = new java.util.ArrayList<>();
    try (Items<Feature> all = features.readFrom(0)) {
      all.forEachRemaining(it -> ids.add(it.id()));
    }
    return ids;
  }
}
