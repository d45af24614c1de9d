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

/**
 * Starts a run: a keeper, which writes down that it is there and how the program ends, then the
 * program, which first joins its control groups, then takes on limits, then its sandbox.
 */
final class Launch {

  /** Exit code of the program's first link if it cannot join the control groups. */
  static final int NO_GROUP = 125;

  /**
   * Is linked to its name, so that no second keeper begins, and none after that was forbidden. Its
   * own session is not reached by what stops the server's.
   */
  private static final String KEEP =
      """
      exec 3>&2 2>/dev/null; cd "$1" || exit; shift; read -r stat </proc/$$/stat
      start() { shift 19; printf '{"pid":%d,"start":"%s"}' $$ "$1"; }
      start ${stat##*) } >KEEPER.$$ && ln KEEPER.$$ KEEPER && go=yes
      rm KEEPER.$$; [ "$go" ] || exit
      (cd "$1" && shift && exec "$@" 2>&3 3>&-)
      printf '{"code":%d}' $? >EXIT.new && mv EXIT.new EXIT
      """
          .replace("KEEPER", ProgramRecord.KEEPER)
          .replace("EXIT", ProgramRecord.EXIT);

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

  /**
   * Starts the program.
   *
   * @param endsWithServer whether the kernel ends it with the calling thread
   */
  void start(ProgramRun run, ProgramRecord record, Cgroup group, boolean endsWithServer)
      throws IOException {
    if (bubblewrap.isEmpty()) {
      Plain.copyReadable(run);
    }
    if (user.isPresent()) {
      user.get().handOver(run);
    }
    List<String> chain =
        new ArrayList<>(endsWithServer ? List.of("setpriv", "--pdeathsig", "KILL") : List.of());
    chain.addAll(List.of("setsid", "/bin/sh", "-c", KEEP, "sh"));
    chain.addAll(List.of(record.folder().toString(), run.folder().toString()));
    chain.addAll(program(run, group.doors()));
    ProcessBuilder builder = new ProcessBuilder(chain);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectOutput(run.stdout().toFile());
    builder.redirectError(run.stderr().toFile());
    builder.environment().clear();
    builder.environment().putAll(Plain.environment(run));
    if (bubblewrap.isEmpty()) {
      builder.environment().putAll(run.environment());
    }
    builder.start();
  }

  private List<String> program(ProgramRun run, List<Path> doors) throws IOException {
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
