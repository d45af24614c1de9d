package org.drover.wps.execution.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.drover.wps.data.Output;
import org.drover.wps.job.JobFolders;

/**
 * A synchronous run in its thread. Its client may leave before it ends, and its thread may not be
 * interruptible: whichever of the two comes last removes the folder.
 */
final class SyncTask implements Callable<List<Output>> {

  private final Callable<List<Output>> work;
  private final Path folder;
  private Thread thread;
  private boolean abandoned;
  private boolean kept;

  SyncTask(Callable<List<Output>> work, Path folder) {
    this.work = work;
    this.folder = folder;
  }

  @Override
  public List<Output> call() throws Exception {
    if (!begin()) {
      return List.of();
    }
    try {
      return work.call();
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    thread = abandoned ? null : Thread.currentThread();
    return !abandoned;
  }

  private synchronized void end() {
    thread = null;
    Thread.interrupted(); // meant for the work, not for what its thread does next
    if (abandoned) {
      JobFolders.remove(folder);
    }
  }

  /** Notes that the outputs are taken over, and the folder with them. */
  synchronized void keep() {
    kept = true;
  }

  /** Ends the work if it is under way, and has the folder removed unless it was taken over. */
  synchronized void abandon() {
    abandoned = !kept;
    if (thread != null) {
      thread.interrupt();
    } else if (abandoned) {
      JobFolders.remove(folder);
    }
  }
}
