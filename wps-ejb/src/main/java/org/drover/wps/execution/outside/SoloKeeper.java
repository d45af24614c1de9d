package org.drover.wps.execution.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.SoloRecord;
import org.drover.wps.backend.SoloTasks;
import org.drover.wps.backend.TaskLedger;
import org.drover.wps.job.JobFolders;
import org.drover.wps.process.Execution;

/**
 * Ends what engines still have of synchronous runs that nobody waits for: their server has died, or
 * their engine did not answer when they ended.
 */
@ApplicationScoped
public class SoloKeeper {

  private static final Logger LOG = System.getLogger(SoloKeeper.class.getName());

  @Inject private JobFolders folders;
  @Inject private Backends backends;

  /** What a synchronous run writes down of its tasks. */
  public TaskLedger ledger(Execution execution) {
    return new SoloTasks(execution, folders.soloTasks());
  }

  /** Looks once at what this server and earlier ones of its node, which are gone, have left. */
  public void settle() throws IOException {
    for (SoloRecord each : SoloRecord.list(folders.soloTasks())) {
      if (each.isGivenUp()) {
        settle(each);
      }
    }
    for (Path records : folders.oldSoloTasks()) {
      for (SoloRecord each : SoloRecord.list(records)) {
        settle(each);
      }
      records.toFile().delete(); // stays while it has any
    }
  }

  private void settle(SoloRecord task) {
    try {
      Optional<Backend> backend = task.backend().flatMap(backends::find);
      if (backend.isPresent()) {
        task.end(backend.get());
      } else {
        task.remove();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Task {0} is looked at again: {1}", task.name(), e);
    }
  }
}
