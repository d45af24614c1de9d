package org.drover.wps.execution.attempt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.StoredJson;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.NewPart;
import org.drover.wps.job.Part;
import org.drover.wps.job.PartFile;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.worker.file.Durable;
import org.drover.wps.worker.file.FeatureFile;

/** The plan of a job in this attempt, and where its parts write. Shared by the threads of parts. */
record PlannedJob(Attempt attempt, Plan<?> plan, Path folder, StoredJson json) {

  /** The parts as the plan cuts them now. */
  List<NewPart> newParts() {
    return plan.parts().stream()
        .map(it -> new NewPart(json.write(it), plan.read(it).size()))
        .toList();
  }

  /** The part's record as it was stored when the job was first planned. */
  Record definition(Part part) {
    return json.read(part.definition(), plan.parts().get(0).getClass());
  }

  /**
   * The file this attempt writes for a part: begins with what earlier attempts have checkpointed.
   * Their own file is left alone, as a stale one may still write to it.
   */
  FeatureFile.Writer openFile(Part part, String crs) throws IOException {
    Files.createDirectories(folder);
    Path mine = file(part.no(), attempt.epoch());
    FeatureFile.Writer writer =
        part.file().epoch() == 0
            ? FeatureFile.create(mine, crs)
            : FeatureFile.continueFrom(
                file(part.no(), part.file().epoch()), part.file().length(), mine);
    Durable.force(folder.getParent());
    return writer;
  }

  /** The features an attempt has written for a part; empty when there are none. */
  Optional<Path> features(Part part) {
    return part.file().epoch() == 0
        ? Optional.empty()
        : Optional.of(file(part.no(), part.file().epoch()));
  }

  /**
   * Takes over the features a worker has written for a part, as this attempt's own. The worker's
   * stay, for the next attempt should this one not come to note it.
   */
  PartFile takeOver(Part part, Path features, long length) throws IOException {
    Files.createDirectories(folder);
    FeatureFile.link(features, file(part.no(), attempt.epoch()));
    return new PartFile(attempt.epoch(), length);
  }

  /** The features of all parts, in order. */
  FeatureCollection features(List<Part> parts, String crs) throws IOException {
    return FeatureFile.concat(
        crs,
        parts.stream()
            .filter(it -> it.file().epoch() != 0)
            .map(it -> file(it.no(), it.file().epoch()))
            .toList());
  }

  private Path file(int part, long epoch) {
    return folder.resolve(part + "." + epoch + ".features");
  }
}
