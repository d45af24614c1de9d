package org.drover.wps.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.drover.wps.process.Execution;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.Format;
import org.drover.wps.worker.folder.WorkProgress;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/** What a process in a worker sees: it tells its progress in a file, now and then. */
final class WorkerExecution implements Execution {

  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final WorkerFolder folder;
  private Map<String, Format> formats = Map.of();
  private WorkProgress progress = new WorkProgress(0, "", 0);
  private WorkProgress told = progress;
  private long lastTold = System.nanoTime() - EVERY_NANOS;
  private volatile boolean stopped;

  WorkerExecution(WorkerFolder folder) {
    this.folder = folder;
  }

  void wants(Map<String, Format> wanted) {
    formats = wanted;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public synchronized void progress(double percent, String message) {
    progress = new WorkProgress(percent, message, progress.position());
    tellSometimes();
  }

  /** Notes that so many items of a part are done. */
  synchronized void reached(long position) {
    progress = new WorkProgress(progress.percent(), progress.message(), position);
    tellSometimes();
  }

  private synchronized void tellSometimes() {
    if (System.nanoTime() - lastTold >= EVERY_NANOS) {
      try {
        tell();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Tells how far the work is, if that is news. */
  synchronized void tell() throws IOException {
    lastTold = System.nanoTime();
    if (!progress.equals(told)) {
      WorkerJson.write(folder.progress(), progress);
      told = progress;
    }
  }

  /** What was last told is passed on, too: a process may have nothing more to say for long. */
  @Override
  public void checkStopped() {
    tellSometimes();
    if (stopped) {
      throw new StoppedException("The worker was told to stop.");
    }
  }

  @Override
  public Path scratch() {
    try {
      return Files.createDirectories(folder.scratch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Format> wantedFormat(String output) {
    return Optional.ofNullable(formats.get(output));
  }
}
