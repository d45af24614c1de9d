package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;

/**
 * A run without bubblewrap: another user and limits, but the server's view of the file system and
 * the network.
 */
final class Plain {

  private Plain() {}

  /** The whole argument vector of a run. */
  static List<String> arguments(ProgramRun run, Optional<JobUser> user) {
    List<String> all = new ArrayList<>(List.of("setsid"));
    user.ifPresent(it -> all.addAll(changeUser(it)));
    all.addAll(run.arguments());
    return all;
  }

  static List<String> changeUser(JobUser to) {
    return List.of(
        "setpriv",
        "--reuid=" + to.uid(),
        "--regid=" + to.gid(),
        "--clear-groups",
        "--no-new-privs",
        "--inh-caps=-all",
        "--bounding-set=-all");
  }

  /** Copies what the program may read, so that it cannot change the original. */
  static void copyReadable(ProgramRun run) throws IOException {
    for (Map.Entry<String, Path> each : run.readable().entrySet()) {
      Path copy = run.folder().resolve(each.getKey());
      Files.createDirectories(copy.resolveSibling("."));
      Files.copy(each.getValue(), copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static Map<String, String> environment(ProgramRun run) {
    return Map.of(
        "PATH",
        Programs.searchPath(),
        "HOME",
        run.folder().toString(),
        "TMPDIR",
        run.folder().toString(),
        "LANG",
        "C.UTF-8");
  }
}
