package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputValue;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.NewJob;
import org.drover.wps.job.StaleAttemptException;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.ResultKeyStore;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.data.Format;
import org.drover.wps.worker.file.Durable;

/**
 * Ends an attempt well: files are published by atomic rename, then rows and SUCCEEDED committed
 * together. A stale attempt leaves nothing but files that no row names; a sweep removes them.
 */
@ApplicationScoped
public class Publication {

  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/geo+json", ".geojson",
          "application/json", ".json",
          "application/gml+xml", ".gml",
          "text/xml", ".xml",
          "application/xml", ".xml",
          "text/plain", ".txt",
          "text/csv", ".csv",
          "image/tiff", ".tif",
          "image/png", ".png",
          "application/zip", ".zip");

  @Inject private JobFolders folders;
  @Inject private OutputStore outputs;
  @Inject private ResultKeyStore keys;
  @Inject private JobStore jobs;

  /** Moves the files of outputs to where they are served from. */
  public List<StoredOutput> moveFiles(JobId job, List<Output> made) throws IOException {
    List<StoredOutput> published = new ArrayList<>();
    for (Output output : made) {
      String name = UUID.randomUUID() + ending(output.value());
      published.add(new StoredOutput(job, name, moved(output, folders.outputs().resolve(name))));
    }
    return published;
  }

  private static Output moved(Output output, Path target) throws IOException {
    if (output.value() instanceof OutputValue.Complex complex
        && complex.content() instanceof Content.InFile file) {
      Durable.publish(file.path(), target);
      Content there = new Content.InFile(target, file.length());
      return new Output(
          output.id(), output.request(), new OutputValue.Complex(complex.format(), there));
    }
    return output;
  }

  private static String ending(OutputValue value) {
    if (value instanceof OutputValue.Complex complex) {
      Format format = complex.format();
      return ENDINGS.getOrDefault(format.baseType(), "");
    }
    return value instanceof OutputValue.Box ? ".xml" : ".txt";
  }

  /**
   * Commits outputs and success.
   *
   * @param resultKey what the outputs depend on, if they may be given again
   * @throws StaleAttemptException if the attempt no longer holds its job; nothing is changed
   */
  @Transactional
  void commit(Attempt attempt, List<StoredOutput> published, Optional<String> resultKey) {
    if (!jobs.succeed(attempt)) {
      throw new StaleAttemptException(attempt);
    }
    outputs.store(published);
    resultKey.ifPresent(it -> keys.storeKey(attempt.job(), it));
  }

  /** Commits a job that was run while its client waited, with its outputs. */
  @Transactional
  public void commitRun(NewJob job, List<StoredOutput> published, Optional<String> resultKey) {
    jobs.createRunning(job);
    commit(new Attempt(job.id(), 1), published, resultKey);
  }
}
