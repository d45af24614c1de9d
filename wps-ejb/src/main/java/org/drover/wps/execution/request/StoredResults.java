package org.drover.wps.execution.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.config.Setting;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.job.JobId;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.ResultKeyStore;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;
import org.drover.wps.worker.file.Durable;

/**
 * Finds results that need not be made again: of the same owner, of the same version of a process
 * that promises to be deterministic, from the same inputs. Their files get names of their own, so
 * that neither job minds when the other goes.
 */
@ApplicationScoped
public class StoredResults {

  /** Whether stored results are given again where client and process allow it. */
  public static final Setting<Boolean> REUSE = Setting.flag("drover.reuse", true);

  private static final Logger LOG = System.getLogger(StoredResults.class.getName());

  @Inject private Fetcher fetcher;
  @Inject private ResultKeyStore keys;
  @Inject private OutputStore outputs;

  /**
   * A result to be given again.
   *
   * @param source the job that has made it
   */
  public record Found(String key, JobId source) {}

  /** A stored result for a checked request, if there is one and it may be used. */
  public Optional<Found> find(ProcessDescription process, ExecuteRequest request, Caller caller) {
    if (!REUSE.get() || !request.options().reuse()) {
      return Optional.empty();
    }
    return ResultKey.of(process, request, (leaf, reference) -> fetcher.findEntityTag(reference))
        .flatMap(key -> keys.findJob(caller.name(), key).map(source -> new Found(key, source)));
  }

  /** The key under which a run's outputs are found again. */
  public static Optional<String> key(
      ProcessDescription process, ExecuteRequest request, Sources sources) {
    return REUSE.get()
        ? ResultKey.of(process, request, (leaf, reference) -> sources.entityTag(leaf))
        : Optional.empty();
  }

  /**
   * The outputs of a stored result as this request wants them, their files linked into a folder;
   * empty when they have gone meanwhile.
   */
  public Optional<List<Output>> take(Found found, ExecuteRequest request, Path folder) {
    List<Output> taken = new ArrayList<>();
    List<StoredOutput> stored = outputs.listOutputs(found.source());
    try {
      for (StoredOutput each : stored) {
        Output output = each.output();
        taken.add(new Output(output.id(), wish(output, request), linked(each, folder)));
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A stored result has gone; it is made again: {0}", e.getMessage());
      return Optional.empty();
    }
    return taken.isEmpty() ? Optional.empty() : Optional.of(taken);
  }

  private static OutputRequest wish(Output output, ExecuteRequest request) {
    OutputRequest plain = ResultKey.plain(output.request());
    return request.outputs().stream()
        .filter(it -> ResultKey.plain(it).equals(plain))
        .findFirst()
        .orElse(plain);
  }

  private static OutputValue linked(StoredOutput stored, Path folder) throws IOException {
    OutputValue value = stored.output().value();
    if (value instanceof OutputValue.Complex complex
        && complex.content() instanceof Content.InFile file) {
      Path link = folder.resolve(UUID.randomUUID().toString());
      Durable.link(file.path(), link);
      return new OutputValue.Complex(complex.format(), new Content.InFile(link, file.length()));
    }
    return value;
  }
}
