package org.drover.wps.backend.gridengine;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.drover.wps.backend.scheduler.CommandLine;
import org.drover.wps.backend.scheduler.Commands;
import org.drover.wps.backend.scheduler.SchedulerBackend;
import org.drover.wps.backend.scheduler.TaskUser;

/** The backend {@code gridengine}. */
@ApplicationScoped
public class GridEngineBackend extends SchedulerBackend {

  public GridEngineBackend() {
    this(commands());
  }

  GridEngineBackend(Commands commands) {
    super(new GridEngine(commands));
  }

  /**
   * Grid Engine's programs, run as the user that tasks run as: it knows no other way to say who.
   */
  static Commands commands() {
    return new CommandLine(
        GridEngineSettings.PROGRAMS::get,
        Map.of(
            "SGE_ROOT", GridEngineSettings.ROOT.get(),
            "SGE_CELL", GridEngineSettings.CELL.get(),
            "SGE_SINGLE_LINE", "1"),
        GridEngineBackend::changeUser);
  }

  private static List<String> changeUser() throws IOException {
    return TaskUser.find()
        .map(
            it ->
                List.of(
                    "/usr/bin/setpriv",
                    "--reuid=" + it.uid(),
                    "--regid=" + it.gid(),
                    "--clear-groups"))
        .orElse(List.of());
  }
}
