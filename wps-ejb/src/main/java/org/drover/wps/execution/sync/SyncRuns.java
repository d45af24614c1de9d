package org.drover.wps.execution.sync;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.drover.wps.config.Setting;
import org.drover.wps.data.Output;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.failure.Failures;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.process.registry.Offering;

/** Runs processes while their clients wait: so many at once, and each so long. */
@ApplicationScoped
public class SyncRuns {

  /** How long a synchronous run may take. */
  public static final Setting<Duration> LIMIT = Setting.duration("drover.sync.limit", "PT15S");

  @Resource(lookup = "java:jboss/ee/concurrency/executor/wps-sync")
  private ManagedExecutorService executor;

  @Inject private SyncRun run;

  /**
   * Runs, and waits for the outputs.
   *
   * @param folder where large data may be put. It belongs to the caller if this returns, and else
   *     is removed once nothing writes to it any more
   * @throws WpsException SERVER_BUSY at once when all threads are taken; TIME_EXCEEDED after the
   *     limit; or why the run failed
   */
  public List<Output> run(Offering offering, ExecuteRequest request, Path folder) {
    SyncExecution execution = new SyncExecution(folder.resolve("scratch"));
    SyncTask task = new SyncTask(() -> run.run(offering, request, execution, folder), folder);
    try {
      List<Output> outputs = submit(task).get(LIMIT.get().toMillis(), TimeUnit.MILLISECONDS);
      task.keep();
      return outputs;
    } catch (TimeoutException e) {
      throw tooLong(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WpsException(Fault.UNAVAILABLE, null, "The server is shutting down.", e);
    } catch (ExecutionException e) {
      throw Failures.explain(e.getCause(), "a synchronous run of " + request.process());
    } finally {
      execution.stop();
      task.abandon();
    }
  }

  private Future<List<Output>> submit(SyncTask task) {
    try {
      return executor.submit(task);
    } catch (RejectedExecutionException e) {
      throw new WpsException(
          Fault.SERVER_BUSY,
          null,
          "All synchronous runs the server allows at once are taken. Try again in a moment, or run"
              + " the process asynchronously.",
          e);
    }
  }

  private static WpsException tooLong(Exception cause) {
    return new WpsException(
        Fault.TIME_EXCEEDED,
        null,
        "The run took longer than the "
            + LIMIT.get().toSeconds()
            + " s a synchronous run may take. Run the process asynchronously.",
        cause);
  }
}
