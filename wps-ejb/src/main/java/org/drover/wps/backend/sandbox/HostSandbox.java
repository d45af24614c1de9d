package org.drover.wps.backend.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.WorkFolder;
import org.drover.wps.backend.sandbox.ProgramRecord.Order;

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

  /** Those that end with this server. */
  private final Map<TaskName, Task> passing = new ConcurrentHashMap<>();

  private final Clock clock = Clock.systemUTC();

  /** Lives as long as the server: the kernel ends some programs with the thread that started. */
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "drover-sandbox");
            thread.setDaemon(true);
            return thread;
          });

  private Cgroups cgroups;
  private boolean warned;
  private volatile Probe probe = Probe.problem("");
  private volatile long probed = System.nanoTime() - AGAIN;

  /** What there is to run programs in, or why they are not run. */
  private record Probe(Optional<String> problem, Optional<Bubblewrap> bubblewrap) {
    static Probe problem(String why) {
      return new Probe(Optional.of(why), Optional.empty());
    }
  }

  /** Finds out what there is, and ends what was to end with an earlier server. */
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
    cgroups.sweep(clock.instant());
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
    if (!cgroups.isComplete() && !warned) {
      warned = true;
      LOG.log(
          Level.WARNING,
          "Programs are limited one process at a time: the server can make no control groups.");
    }
    try {
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
      Task task =
          new Task(
              new TaskName(UUID.randomUUID().toString(), 0, 1),
              run,
              Files.createDirectory(folder.resolve("control")),
              "",
              Optional.empty(),
              Optional.empty(),
              true);
      start(bubblewrap, task);
      try {
        return awaitEnd(task).isSuccess()
            ? Optional.empty()
            : Optional.of(Files.readString(run.stderr()).trim().lines().findFirst().orElse(""));
      } finally {
        forget(task);
      }
    } finally {
      new WorkFolder(folder).remove();
    }
  }

  private Ending awaitEnd(Task task) throws IOException, InterruptedException {
    Optional<Ending> ending = look(task).ending();
    for (long begun = System.nanoTime(); ending.isEmpty(); ending = look(task).ending()) {
      if (System.nanoTime() - begun > AGAIN) {
        throw new IOException("The sandbox does not come to an end.");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return ending.get();
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Programs go on without the server, on its machine. */
  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public void submit(List<Task> submitted) throws IOException {
    for (Task task : submitted) {
      submit(task);
    }
  }

  private synchronized void submit(Task task) throws IOException {
    if (new ProgramRecord(task).order().isEmpty()) {
      Probe found = probe();
      if (found.problem.isPresent()) {
        throw new EngineAwayException(found.problem.get());
      }
      start(found.bubblewrap, task);
    }
  }

  private void start(Optional<Bubblewrap> bubblewrap, Task task) throws IOException {
    ProgramRun run = task.program();
    ProgramRecord record = new ProgramRecord(task);
    String name = task.endsWithServer() ? cgroups.nameHere() : task.name().toString();
    Cgroup group = cgroups.create(name, run.limits());
    record.order(new Order(name, run.limits().cpuTime().toMillis(), clock.millis()));
    Launch launch = new Launch(bubblewrap, JobUser.find(), cgroups);
    try {
      if (task.endsWithServer()) {
        passing.put(task.name(), task);
      }
      starter.submit(() -> start(launch, task, record, group)).get();
    } catch (ExecutionException e) {
      forget(task);
      throw new IOException("The program cannot be started.", e.getCause());
    } catch (InterruptedException e) {
      forget(task);
      Thread.currentThread().interrupt();
      throw new EngineAwayException("The server is shutting down.", e);
    }
  }

  private static Void start(Launch launch, Task task, ProgramRecord record, Cgroup group)
      throws IOException {
    launch.start(task.program(), record, group, task.endsWithServer());
    return null;
  }

  private Optional<HostTask> find(Task task) throws IOException {
    ProgramRecord record = new ProgramRecord(task);
    return record
        .order()
        .map(it -> new HostTask(task.program(), record, it, cgroups.find(it.group()), clock));
  }

  @Override
  public TaskState look(Task task) throws IOException {
    Optional<HostTask> found = find(task);
    return found.isEmpty() ? TaskState.ABSENT : found.get().look();
  }

  @Override
  public void pause(Task task) throws IOException {
    Optional<HostTask> found = find(task);
    if (found.isPresent()) {
      found.get().pause();
    }
  }

  @Override
  public void resume(Task task) throws IOException {
    Optional<HostTask> found = find(task);
    if (found.isPresent()) {
      found.get().resume();
    }
  }

  @Override
  public void cancel(Task task) throws IOException {
    Optional<HostTask> found = find(task);
    if (found.isPresent()) {
      found.get().cancel();
    }
  }

  @Override
  public void forget(Task task) throws IOException {
    Optional<HostTask> found = find(task);
    if (found.isPresent()) {
      found.get().forget();
    }
    passing.remove(task.name());
  }

  /** Ends what nobody would go on with. */
  @PreDestroy
  public void close() {
    for (Task each : passing.values()) {
      try {
        cancel(each);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "A program could not be ended.", e);
      }
    }
    passing.clear();
    starter.shutdown();
  }
}
