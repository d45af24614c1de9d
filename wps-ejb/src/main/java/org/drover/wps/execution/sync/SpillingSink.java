package org.drover.wps.execution.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.FeatureSink;
import org.drover.wps.worker.file.FeatureFile;

/** Keeps few features in memory, and moves many to a file. */
final class SpillingSink implements FeatureSink {

  /** A coordinate takes some 30 bytes: this is some 15 MB. */
  private static final int COORDINATES_IN_MEMORY = 500_000;

  private final Path folder;
  private final String crs;
  private List<Feature> memory = new ArrayList<>();
  private int coordinates;
  private FeatureFile.Writer file;

  SpillingSink(Path folder, String crs) {
    this.folder = folder;
    this.crs = crs;
  }

  @Override
  public void write(Feature feature) throws IOException {
    if (file != null) {
      file.write(feature);
      return;
    }
    memory.add(feature);
    coordinates += 1 + feature.findGeometry().map(it -> it.getNumPoints()).orElse(0);
    if (coordinates > COORDINATES_IN_MEMORY) {
      spill();
    }
  }

  private void spill() throws IOException {
    Files.createDirectories(folder);
    file = FeatureFile.create(path(), crs);
    for (Feature each : memory) {
      file.write(each);
    }
    memory = null;
  }

  private Path path() {
    return folder.resolve("written.features");
  }

  /** What was written, in order. Nothing more can be written. */
  FeatureCollection features() throws IOException {
    if (file == null) {
      return FeatureCollection.of(crs, memory);
    }
    file.close();
    return FeatureFile.open(path());
  }
}
