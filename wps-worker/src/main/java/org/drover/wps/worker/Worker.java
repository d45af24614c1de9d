package org.drover.wps.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;
import org.drover.wps.worker.folder.WorkExit;
import org.drover.wps.worker.folder.WorkExit.Outcome;
import org.drover.wps.worker.folder.WorkRequest;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/**
 * Does what the request in a folder says, and leaves the result there. A termination signal makes
 * it stop at the next checkpoint. What it says goes to standard error, which is the log of the job.
 */
public final class Worker {

  private static final long STOPPING_SECONDS = 5;

  private final WorkerFolder folder;
  private final WorkerExecution execution;
  private final CountDownLatch done = new CountDownLatch(1);

  Worker(WorkerFolder folder) {
    this.folder = folder;
    this.execution = new WorkerExecution(folder);
  }

  /**
   * Runs in a folder.
   *
   * @param arguments the folder; the current one without
   */
  public static void main(String[] arguments) throws IOException {
    Worker worker =
        new Worker(
            new WorkerFolder(Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath()));
    Runtime.getRuntime().addShutdownHook(new Thread(worker::stop));
    WorkExit exit = worker.run();
    worker.done.countDown();
    Runtime.getRuntime().halt(exit.outcome() == Outcome.DONE ? 0 : 1); // left-over threads or not
  }

  private void stop() {
    execution.stop();
    try {
      if (!done.await(STOPPING_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The process did not stop in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does the work, and leaves the record of its end. */
  WorkExit run() throws IOException {
    WorkExit exit = work();
    execution.tell();
    WorkerJson.write(folder.exit(), exit);
    return exit;
  }

  private WorkExit work() {
    try {
      Files.createDirectories(folder.outputFiles());
      WorkRequest request = WorkerJson.read(folder.request(), WorkRequest.class);
      new WorkerRun(folder, request, execution).run();
      return new WorkExit(Outcome.DONE, Optional.empty(), "");
    } catch (Exception | Error e) { // whatever a process throws is told
      return exit(e);
    }
  }

  private static WorkExit exit(Throwable thrown) {
    if (thrown instanceof InvalidInputException invalid) {
      return new WorkExit(Outcome.INVALID_INPUT, Optional.of(invalid.input()), message(thrown));
    }
    if (thrown instanceof ProcessFailedException) {
      return new WorkExit(Outcome.FAILED, Optional.empty(), message(thrown));
    }
    if (thrown instanceof StoppedException) {
      return new WorkExit(Outcome.STOPPED, Optional.empty(), message(thrown));
    }
    thrown.printStackTrace();
    return new WorkExit(Outcome.BROKEN, Optional.empty(), message(thrown));
  }

  private static String message(Throwable thrown) {
    return String.valueOf(thrown.getMessage());
  }
}
