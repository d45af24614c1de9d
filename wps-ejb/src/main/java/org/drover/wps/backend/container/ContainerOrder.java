package org.drover.wps.backend.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ulimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;

/** The container that an engine is asked to make of a task. */
final class ContainerOrder {

  /** Label with the name of the task. */
  static final String LABEL = "org.drover.task";

  /** Number of the signal an engine sends first when it is told to stop a container, SIGPWR. */
  static final int STOP_SIGNAL = 30;

  private static final long CPU_PERIOD = 100_000; // microseconds
  private static final long LEAST_CPU_QUOTA = 1_000;
  private static final long OPEN_FILES = 1024;

  /** Of all tasks together: the kernel counts by user. Else Podman asks for more than it may. */
  private static final long ALL_PROCESSES = 4096;

  private final Task task;
  private final String user;

  /**
   * @param user numbers of user and group, {@code uid:gid}
   */
  ContainerOrder(Task task, String user) {
    this.task = task;
    this.user = user;
  }

  String image() {
    return task.image().orElseGet(ContainerSettings.IMAGE::get);
  }

  CreateContainerCmd with(DockerClient client) {
    return client
        .createContainerCmd(image())
        .withName(task.name().toString())
        .withLabels(Map.of(LABEL, task.name().toString()))
        .withEntrypoint(ContainerFiles.ENTRY)
        .withCmd(task.program().arguments())
        .withEnv(environment())
        .withUser(user)
        .withWorkingDir(ContainerFiles.WORK)
        .withStopSignal(Integer.toString(STOP_SIGNAL))
        .withHostConfig(hostConfig());
  }

  private List<String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("HOME", ContainerFiles.WORK);
    all.put("TMPDIR", "/tmp");
    all.put("LANG", "C.UTF-8");
    all.putAll(task.program().environment());
    return all.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
  }

  private HostConfig hostConfig() {
    ProgramRun run = task.program();
    return limited(run.limits())
        .withNetworkMode(run.network() ? ContainerSettings.NETWORK.get() : "none")
        .withMounts(mounts())
        .withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withInit(true)
        // What the program writes goes to files; the engine itself has nothing to keep.
        .withLogConfig(new LogConfig(LoggingType.NONE));
  }

  private static HostConfig limited(ResourceLimits limits) {
    long cpu = Math.max(1, limits.cpuTime().toSeconds());
    return HostConfig.newHostConfig()
        .withMemory(limits.memoryBytes())
        .withMemorySwap(limits.memoryBytes())
        .withTmpFs(Map.of("/tmp", "rw,exec,nosuid,nodev,size=" + limits.memoryBytes()))
        .withPidsLimit((long) limits.processes())
        .withCpuPeriod(CPU_PERIOD)
        .withCpuQuota(Math.max(LEAST_CPU_QUOTA, (long) (limits.cpus() * CPU_PERIOD)))
        .withUlimits(
            List.of(
                new Ulimit("nofile", OPEN_FILES, OPEN_FILES),
                new Ulimit("nproc", ALL_PROCESSES, ALL_PROCESSES),
                new Ulimit("fsize", limits.fileBytes(), limits.fileBytes()),
                new Ulimit("core", 0L, 0L),
                new Ulimit("cpu", cpu, cpu + 2)));
  }

  private List<Mount> mounts() {
    List<Mount> all = new ArrayList<>();
    new ContainerFiles(task)
        .writable()
        .forEach((place, file) -> all.add(mount(file, place).withReadOnly(false)));
    task.program()
        .readable()
        .forEach(
            (name, file) ->
                all.add(mount(file, ContainerFiles.WORK + "/" + name).withReadOnly(true)));
    return all;
  }

  private static Mount mount(Path from, String to) {
    return new Mount().withType(MountType.BIND).withSource(from.toString()).withTarget(to);
  }
}
