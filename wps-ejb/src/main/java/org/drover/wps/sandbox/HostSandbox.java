package org.drover.wps.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;

/** The sandbox this machine has: bubblewrap, control groups, resource limits, another user. */
@ApplicationScoped
public class HostSandbox implements Sandbox {

  private static final Logger LOG = System.getLogger(HostSandbox.class.getName());

  private static final Path MOUNTS = Path.of("/proc/self/mounts");
  private static final long LEAVE_MILLIS = 500;
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long AGAIN = TimeUnit.SECONDS.toNanos(30);

  private Cgroups cgroups;
  private volatile Probe probe = Probe.problem("");
  private volatile long probed = System.nanoTime() - AGAIN;

  /** What there is to run programs in, or why they are not run. */
  private record Probe(Optional<String> problem, Optional<Bubblewrap> bubblewrap) {
    static Probe problem(String why) {
      return new Probe(Optional.of(why), Optional.empty());
    }
  }

  /** Finds out what there is, and ends what an earlier server has left running. */
  @PostConstruct
  public void prepare() {
    try {
      cgroups =
          Cgroups.detect(
              Files.exists(MOUNTS) ? Files.readAllLines(MOUNTS) : List.of(),
              SandboxSettings.CGROUP.get(),
              ServerMark.own());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Control groups cannot be looked for: {0}", e.toString());
      cgroups = Cgroups.detect(List.of(), "", ServerMark.own());
    }
    cgroups.sweep();
  }

  @Override
  public Optional<String> problem() {
    return probe().problem;
  }

  /** Looked at again after a while if there is a problem: an administrator may have solved it. */
  private synchronized Probe probe() {
    if (probe.problem.isPresent() && System.nanoTime() - probed >= AGAIN) {
      probe = find();
      probed = System.nanoTime();
    }
    return probe;
  }

  private Probe find() {
    try {
      if (!cgroups.isComplete()) {
        LOG.log(
            Level.WARNING,
            "Programs are limited one process at a time: the server can make no control groups.");
      }
      Optional<Bubblewrap> bubblewrap = Bubblewrap.find(JobUser.find());
      if (bubblewrap.isEmpty()) {
        return without("it is not installed (Debian: bubblewrap)");
      }
      Optional<String> failure = tryOut(bubblewrap);
      return failure.map(HostSandbox::without).orElseGet(() -> new Probe(failure, bubblewrap));
    } catch (IOException | IllegalStateException e) {
      return Probe.problem(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Probe.problem("The server is shutting down.");
    }
  }

  private static Probe without(String why) {
    if (SandboxSettings.OPTIONAL.get()) {
      LOG.log(
          Level.WARNING,
          "Programs run without a sandbox, as drover.sandbox.optional allows: bubblewrap cannot be"
              + " used: {0}",
          why);
      return new Probe(Optional.empty(), Optional.empty());
    }
    return Probe.problem(
        "Programs run in a sandbox alone, and bubblewrap cannot be used: "
            + why
            + ". To run them without, set drover.sandbox.optional to true.");
  }

  private Optional<String> tryOut(Optional<Bubblewrap> bubblewrap)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("drover-sandbox");
    try {
      ProgramRun run =
          new ProgramRun(
              List.of("true"),
              Files.createDirectory(folder.resolve("work")),
              Map.of(),
              Files.createDirectory(folder.resolve("logs")),
              Map.of(),
              false,
              ResourceLimits.USUAL);
      Ending ending = runIn(bubblewrap, run, () -> {});
      return ending.isSuccess()
          ? Optional.empty()
          : Optional.of(Files.readString(run.stderr()).trim().lines().findFirst().orElse(""));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Override
  public Ending run(ProgramRun run, Observer observer) throws IOException, InterruptedException {
    Probe found = probe();
    if (found.problem.isPresent()) {
      throw new IOException(found.problem.get());
    }
    return runIn(found.bubblewrap, run, observer);
  }

  private Ending runIn(Optional<Bubblewrap> bubblewrap, ProgramRun run, Observer observer)
      throws IOException, InterruptedException {
    Cgroup group = cgroups.create(run.limits());
    try {
      Process process = new Launch(bubblewrap, JobUser.find(), cgroups).start(run, group);
      try {
        return new Supervision(run, process, group).await(observer);
      } finally {
        end(process);
      }
    } finally {
      group.end();
      new WorkFolder(run.folder()).reopen();
    }
  }

  /**
   * Ends a process and what it is known to have started; control groups know of the rest.
   * Bubblewrap goes by itself once its child has gone, and takes notice of the child, which else
   * would be for the init of this machine to do.
   */
  private static void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    started.forEach(ProcessHandle::destroyForcibly);
    if (started.isEmpty() || !Patience.until(() -> !process.isAlive(), LEAVE_MILLIS)) {
      process.destroyForcibly();
    }
    Patience.until(
        () -> !process.isAlive() && started.stream().noneMatch(ProcessHandle::isAlive),
        PATIENCE_MILLIS);
  }
}
