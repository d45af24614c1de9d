package org.drover.wps.backend.slurm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.drover.wps.backend.scheduler.CommandLine;
import org.drover.wps.backend.scheduler.Commands;
import org.drover.wps.backend.scheduler.SchedulerBackend;

/** The backend {@code slurm}. */
@ApplicationScoped
public class SlurmBackend extends SchedulerBackend {

  public SlurmBackend() {
    this(new CommandLine(SlurmSettings.PROGRAMS::get, environment(), List::of));
  }

  SlurmBackend(Commands commands) {
    super(new Slurm(commands));
  }

  private static Map<String, String> environment() {
    String file = SlurmSettings.CONFIGURATION.get();
    return file.isEmpty() ? Map.of() : Map.of("SLURM_CONF", file);
  }
}
