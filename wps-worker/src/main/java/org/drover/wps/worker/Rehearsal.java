package org.drover.wps.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.worker.folder.ValueWriter;
import org.drover.wps.worker.folder.WorkRequest;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Has a worker do something small, so that the JVM loads what workers need and can keep it for
 * those to come (class-data sharing).
 */
@ProcessInfo(id = "rehearsal", title = "Rehearsal", version = "1.0.0")
public final class Rehearsal implements DirectProcess<Rehearsal.In, Rehearsal.Out> {

  /** What goes in. */
  public record In(@Title("Text") String text, @Title("Features") FeatureCollection features) {}

  /** The same again. */
  public record Out(@Title("Text") String text, @Title("Features") FeatureCollection features) {}

  @Override
  public Out run(In in, Execution execution) {
    execution.progress(50, in.text());
    return new Out(in.text(), in.features());
  }

  /**
   * Rehearses in a folder.
   *
   * @param arguments the folder, and the class of a process to be loaded but not run
   */
  public static void main(String[] arguments) throws Exception {
    Class<?> type = Class.forName(arguments[1]);
    Offering.ofAny(type.getDeclaredConstructor().newInstance(), type);
    WorkerFolder folder = new WorkerFolder(Path.of(arguments[0]).toAbsolutePath());
    request(folder);
    Worker.main(new String[] {arguments[0]});
  }

  private static void request(WorkerFolder folder) throws IOException {
    Feature feature =
        new Feature("1", new GeometryFactory().createPoint(new Coordinate(1, 2)), Map.of("n", 1L));
    ValueWriter values =
        new ValueWriter(Files.createDirectories(folder.inputs()), (name, file) -> true);
    WorkerJson.write(
        folder.request(),
        new WorkRequest(
            WorkerFolder.FORMAT,
            "rehearsal",
            "1.0.0",
            Rehearsal.class.getName(),
            values.inputs(
                Map.of(
                    "text", List.of("one"),
                    "features", List.of(FeatureCollection.of("OGC:CRS84", List.of(feature))))),
            Map.of(),
            Optional.empty()));
  }
}
