package org.drover.wps.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.bench.server.DevEngine;
import org.drover.wps.bench.server.DroverServer;

/**
 * Work that engines outside the server do: what a job costs over the bare command on the same
 * engine, how many pass, and whether a server that was killed finds them again.
 */
public final class OutsideFigures {

  private static final String IMAGE = "localhost/drover/worker:1";
  private static final Map<String, List<String>> BARE =
      Map.of(
          "subprocess", List.of("bwrap", "--ro-bind", "/", "/", "--unshare-all", "true"),
          "slurm",
              List.of(
                  "sbatch",
                  "--wait",
                  "--quiet",
                  "--partition=short",
                  "--output=/dev/null",
                  "--wrap=true"),
          "gridengine",
              List.of(
                  "setpriv",
                  "--reuid",
                  "nobody",
                  "--regid",
                  "nogroup",
                  "--clear-groups",
                  "qsub",
                  "-sync",
                  "y",
                  "-b",
                  "y",
                  "-q",
                  "short",
                  "-wd",
                  "/",
                  "-o",
                  "/dev/null",
                  "-e",
                  "/dev/null",
                  "/bin/true"));

  private final Options options;
  private final Report report;

  public OutsideFigures(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  /** Measures all engines; the two of containers on a server each, which knows one at a time. */
  public void measure() throws IOException {
    if (options.wantsAllEngines()) {
      measureAllButPodman();
    }
    try (DevEngine podman = new DevEngine(options.root(), "podman")) {
      measure("podman", podman.host(), List.of());
    }
    report.end();
  }

  private void measureAllButPodman() throws IOException {
    try (DevEngine docker = new DevEngine(options.root(), "docker");
        DevEngine slurm = new DevEngine(options.root(), "slurm");
        DevEngine gridEngine = new DevEngine(options.root(), "gridengine")) {
      measure("docker", docker.host(), List.of("subprocess", slurm.name(), gridEngine.name()));
    }
  }

  /** Limits that its client asks for unbidden may be more than a root of few rights can grant. */
  private static List<String> podman(String host) {
    return List.of(
        "--url",
        host,
        "run",
        "--rm",
        "--network",
        "none",
        "--ulimit",
        "nofile=1024:4096",
        "--ulimit",
        "nproc=1024:1024");
  }

  private void measure(String containers, Optional<String> host, List<String> others)
      throws IOException {
    Path commands = OutsideCommands.write(Files.createTempDirectory("drover-bench-commands"));
    try (DroverServer server =
        DroverServer.start(
            options.root(),
            options.portOffset(),
            options.sizing(),
            Optional.empty(),
            List.of(
                "-Ddrover.container.host=" + host.orElseThrow(),
                "-Ddrover.commands.folder=" + commands,
                "-Ddrover.short.slots=" + OutsideJobs.SLOTS,
                "-Ddrover.batch.threads=" + (2 * OutsideJobs.SLOTS + 10)))) {
      OutsideJobs jobs = new OutsideJobs(server, report, options);
      List<String> bare = new ArrayList<>(List.of(containers));
      bare.addAll(
          containers.equals("docker")
              ? List.of("-H", host.orElseThrow(), "run", "--rm", "--network", "none")
              : podman(host.orElseThrow()));
      bare.addAll(List.of(IMAGE, "true"));
      jobs.measure(containers, "container", bare);
      for (String each : others) {
        jobs.measure(each, each, BARE.get(each));
      }
    } finally {
      OutsideCommands.remove(commands);
    }
  }
}
