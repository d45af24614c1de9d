package org.drover.wps.execution.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.Placed;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.backend.sandbox.HostSandbox;
import org.drover.wps.database.Wiring;
import org.drover.wps.process.Execution;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.registry.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Whole processes in real workers, in the sandbox of this machine. */
class OutsideTest {

  private static final Offering MIRROR = Offering.ofAny(new Mirror(), Mirror.class);

  @TempDir Path folder;
  private final HostSandbox sandbox = new HostSandbox();
  private Outside outside;
  private ScratchExecution execution;

  @BeforeEach
  void prepare() throws Exception {
    sandbox.prepare();
    execution = new ScratchExecution(Files.createDirectory(folder.resolve("scratch")));
    WorkerFiles files = new WorkerFiles(folder.resolve("workers"), Clock.systemUTC());
    outside =
        Wiring.wire(
            new Outside(),
            new Backends(List.of(sandbox)),
            new WorkerPrograms(
                new WorkerLibrary(files),
                new WorkerArchives(files) {
                  @Override
                  Executor executor() {
                    return Runnable::run;
                  }
                }));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Map<String, Object> run(Offering offering, Map<String, List<Object>> inputs)
      throws Exception {
    return outside.run(sandbox, offering, inputs, TaskExecution.of(execution));
  }

  @Test
  void valuesOfEveryKindGoThereAndBack() throws Exception {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(7.5, 51.25));
    point.setSRID(25832);
    FeatureCollection features =
        FeatureCollection.of("EPSG:25832", List.of(new Feature("a", point, Map.of("n", 1L))));
    BoundingBox box = new BoundingBox(List.of(1.0, 2.0), List.of(3.0, 4.0), "EPSG:4326");

    Map<String, Object> made =
        run(
            MIRROR,
            Map.of(
                "text", List.of("grüße"),
                "numbers", List.of(1.5, 2.25),
                "day", List.of(LocalDate.of(2024, 2, 29)),
                "time", List.of(Duration.ofSeconds(90)),
                "geometry", List.of(point),
                "features", List.of(features),
                "data", List.of(ComplexData.of(Format.TEXT, "some text")),
                "box", List.of(box)));

    assertThat(made)
        .containsEntry("text", "grüße")
        .containsEntry("sum", 3.75)
        .containsEntry("day", LocalDate.of(2024, 2, 29))
        .containsEntry("time", Duration.ofSeconds(90))
        .containsEntry("geometry", point)
        .containsEntry("box", box);
    assertThat(made.get("geometry"))
        .isInstanceOfSatisfying(Geometry.class, it -> assertThat(it.getSRID()).isEqualTo(25832));
    assertThat(((ComplexData) made.get("data")).open())
        .hasBinaryContent("some text".getBytes(StandardCharsets.UTF_8));
    FeatureCollection back = (FeatureCollection) made.get("features");
    assertThat(back.crs()).isEqualTo("EPSG:25832");
    try (Items<Feature> all = back.readFrom(0)) {
      assertThat(point.equalsExact(all.next().geometry())).isTrue();
    }
    assertThat(execution.highest()).isEqualTo(50);
    assertThat(execution.log()).content().contains("said grüße");
  }

  @Test
  void whatAProcessThrowsIsTold() {
    assertThatThrownBy(() -> run(MIRROR, text("refuse")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Not this one.");
    assertThatThrownBy(() -> run(MIRROR, text("break")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken");
    assertThat(execution.log()).content().contains("IllegalStateException");
    assertThatThrownBy(() -> run(MIRROR, text("die")))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("exit code 9");
  }

  @Test
  void whatAStoppedProcessHadSaidIsKept() {
    execution.stopAt(90);
    assertThatThrownBy(() -> run(MIRROR, text("wait"))).isInstanceOf(StoppedException.class);
    assertThat(execution.log()).content().contains("said wait");
  }

  private static Map<String, List<Object>> text(String text) {
    return Map.of("text", List.of(text), "numbers", List.of(1.0));
  }

  @Test
  void aWholePlanIsOneTask() throws Exception {
    assertThat(run(Offering.ofAny(new Sums(), Sums.class), Map.of("hundreds", List.of(3))))
        .containsEntry("sum", 44_850L);
  }

  @Test
  void aProgramKnowsItsPlaceAndAJavaProcessHasTheOneChosen() {
    Offering program =
        new Offering.Direct(ProcessDescription.withdrawn("program", "1"), new Program());
    Offering object =
        new Offering.Direct(ProcessDescription.withdrawn("object", "1"), (in, it) -> Map.of());
    System.setProperty("drover.backends", "queue:long=slurm");
    try {
      assertThat(outside.place(program, "long")).isEqualTo("its own for long");
      assertThat(outside.place(MIRROR, "long")).isEqualTo("slurm");
      assertThat(outside.place(MIRROR, "short")).isEqualTo(Backends.LOCAL);
      assertThat(outside.place(object, "long")).isEqualTo(Backends.LOCAL);
    } finally {
      System.clearProperty("drover.backends");
    }
  }

  private record Program() implements Offering.Body, Placed {
    @Override
    public String backend(String queue) {
      return "its own for " + queue;
    }

    @Override
    public Map<String, Object> run(Map<String, List<Object>> inputs, Execution execution) {
      return Map.of();
    }
  }
}
