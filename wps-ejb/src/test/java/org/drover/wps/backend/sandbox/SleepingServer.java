package org.drover.wps.backend.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;

/** A server to kill while a program of its runs. */
final class SleepingServer {

  private SleepingServer() {}

  /** Runs a program that sleeps, in the folder given. */
  public static void main(String[] args) throws Exception {
    HostSandbox sandbox = new HostSandbox();
    sandbox.prepare();
    Path folder = Path.of(args[0], "killed");
    ProgramRun run =
        new ProgramRun(
            List.of("sh", "-c", "setsid sleep 988 & echo > begun; sleep 988"),
            Files.createDirectories(folder.resolve("work")),
            Map.of(),
            Files.createDirectories(folder.resolve("logs")),
            Map.of(),
            false,
            ResourceLimits.USUAL);
    Task task = new Task(new TaskName("killed", 0, 1), run, folder, "short", Optional.empty());
    sandbox.submit(List.of(task));
    new CountDownLatch(1).await();
  }
}
