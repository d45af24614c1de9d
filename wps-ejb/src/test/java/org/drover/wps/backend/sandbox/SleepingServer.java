package org.drover.wps.backend.sandbox;

import java.io.IOException;
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

  /**
   * Runs a program that sleeps, in the folder given, and ends with it if the second word says so.
   */
  public static void main(String[] args) throws Exception {
    HostSandbox sandbox = new HostSandbox();
    sandbox.prepare();
    sandbox.submit(List.of(task(Path.of(args[0]), Boolean.parseBoolean(args[1]))));
    new CountDownLatch(1).await();
  }

  static Task task(Path root, boolean endsWithServer) throws IOException {
    Path folder = root.resolve("killed");
    ProgramRun run =
        new ProgramRun(
            List.of("sh", "-c", "setsid sleep 988 & echo > begun; sleep 988"),
            Files.createDirectories(folder.resolve("work")),
            Map.of(),
            Files.createDirectories(folder.resolve("logs")),
            Map.of(),
            false,
            ResourceLimits.USUAL);
    return new Task(
        new TaskName("killed", 0, 1),
        run,
        Files.createDirectories(folder.resolve("control")),
        "short",
        Optional.empty(),
        Optional.empty(),
        endsWithServer);
  }
}
