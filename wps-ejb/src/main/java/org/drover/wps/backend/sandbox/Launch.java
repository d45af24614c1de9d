package org.drover.wps.backend.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;

/** Starts a run: first joins its control groups, then takes on limits, then its sandbox. */
final class Launch {

  /** Exit code of the first link of the chain if it cannot join the control groups. */
  static final int NO_GROUP = 125;

  private static final String JOIN =
      "n=$1; shift; while [ \"$n\" -gt 0 ]; do echo $$ > \"$1\" || exit "
          + NO_GROUP
          + "; shift; n=$((n-1)); done; exec \"$@\"";

  private static final int OPEN_FILES = 1024;

  private final Optional<Bubblewrap> bubblewrap;
  private final Optional<JobUser> user;
  private final Cgroups cgroups;

  Launch(Optional<Bubblewrap> bubblewrap, Optional<JobUser> user, Cgroups cgroups) {
    this.bubblewrap = bubblewrap;
    this.user = user;
    this.cgroups = cgroups;
  }

  /** Starts the program; the calling thread must outlive it, or it is ended with it. */
  Process start(ProgramRun run, Cgroup group) throws IOException {
    if (bubblewrap.isEmpty()) {
      Plain.copyReadable(run);
    }
    if (user.isPresent()) {
      user.get().handOver(run);
    }
    ProcessBuilder builder = new ProcessBuilder(chain(run, group.doors()));
    builder.directory(run.folder().toFile());
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectOutput(run.stdout().toFile());
    builder.redirectError(run.stderr().toFile());
    builder.environment().clear();
    builder.environment().putAll(Plain.environment(run));
    if (bubblewrap.isEmpty()) {
      builder.environment().putAll(run.environment());
    }
    return builder.start();
  }

  private List<String> chain(ProgramRun run, List<Path> doors) throws IOException {
    List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "sh"));
    all.add(Integer.toString(doors.size()));
    doors.forEach(it -> all.add(it.toString()));
    all.addAll(limits(run.limits()));
    all.addAll(
        bubblewrap.isPresent() ? bubblewrap.get().arguments(run) : Plain.arguments(run, user));
    return all;
  }

  /** What each process is held to; the whole is held by control groups where there are any. */
  private List<String> limits(ResourceLimits limits) {
    List<String> all = new ArrayList<>(forEachProcess(limits));
    if (!cgroups.bounds("memory")) {
      all.add("--as=" + limits.memoryBytes());
    }
    if (!cgroups.bounds("pids")) {
      all.add("--nproc=" + limits.processes());
    }
    return all;
  }

  /** What holds for each process, with or without control groups. */
  static List<String> forEachProcess(ResourceLimits limits) {
    long cpu = Math.max(1, limits.cpuTime().toSeconds());
    return List.of(
        "prlimit",
        "--cpu=" + cpu + ":" + (cpu + 2),
        "--fsize=" + limits.fileBytes(),
        "--nofile=" + OPEN_FILES,
        "--core=0");
  }
}
