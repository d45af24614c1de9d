package org.drover.wps.backend.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.WorkFolder;

/**
 * The backend {@code subprocess}: programs on this machine, in what sandbox it has: bubblewrap,
 * control groups, resource limits, another user.
 */
@ApplicationScoped
public class HostSandbox implements Backend {

  private static final Logger LOG = System.getLogger(HostSandbox.class.getName());

  /** Its name in settings. */
  public static final String NAME = "subprocess";

  private static final Path MOUNTS = Path.of("/proc/self/mounts");
  private static final long AGAIN = TimeUnit.SECONDS.toNanos(30);

  private final Map<TaskName, HostTask> tasks = new ConcurrentHashMap<>();

  /** Lives as long as the server: the kernel ends a program with the thread that started it. */
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "drover-sandbox");
            thread.setDaemon(true);
            return thread;
          });

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
      HostTask task = start(bubblewrap, run);
      try {
        return task.awaitEnd().isSuccess()
            ? Optional.empty()
            : Optional.of(Files.readString(run.stderr()).trim().lines().findFirst().orElse(""));
      } finally {
        task.cancel();
      }
    } finally {
      new WorkFolder(folder).remove();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The kernel ends programs with the server that has started them. */
  @Override
  public boolean outlivesServer() {
    return false;
  }

  @Override
  public void submit(List<Task> submitted) throws IOException {
    for (Task task : submitted) {
      submit(task);
    }
  }

  private synchronized void submit(Task task) throws IOException {
    if (!tasks.containsKey(task.name())) {
      Probe found = probe();
      if (found.problem.isPresent()) {
        throw new EngineAwayException(found.problem.get());
      }
      tasks.put(task.name(), start(found.bubblewrap, task.program()));
    }
  }

  private HostTask start(Optional<Bubblewrap> bubblewrap, ProgramRun run) throws IOException {
    Cgroup group = cgroups.create(run.limits());
    try {
      Launch launch = new Launch(bubblewrap, JobUser.find(), cgroups);
      return new HostTask(run, starter.submit(() -> launch.start(run, group)).get(), group);
    } catch (ExecutionException e) {
      group.end();
      throw new IOException("The program cannot be started.", e.getCause());
    } catch (InterruptedException e) {
      group.end();
      Thread.currentThread().interrupt();
      throw new EngineAwayException("The server is shutting down.", e);
    }
  }

  @Override
  public TaskState look(Task task) throws IOException {
    HostTask found = tasks.get(task.name());
    return found == null ? TaskState.ABSENT : found.look();
  }

  @Override
  public void pause(Task task) throws IOException {
    HostTask found = tasks.get(task.name());
    if (found != null) {
      found.pause();
    }
  }

  @Override
  public void resume(Task task) throws IOException {
    HostTask found = tasks.get(task.name());
    if (found != null) {
      found.resume();
    }
  }

  @Override
  public void cancel(Task task) throws IOException {
    HostTask found = tasks.get(task.name());
    if (found != null) {
      found.cancel();
    }
  }

  @Override
  public void forget(Task task) throws IOException {
    cancel(task);
    tasks.remove(task.name());
  }

  /** Ends all tasks. */
  @PreDestroy
  public void close() {
    for (HostTask each : tasks.values()) {
      try {
        each.cancel();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "A program could not be ended.", e);
      }
    }
    tasks.clear();
    starter.shutdown();
  }
}
