package org.drover.wps.backend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to be run by an engine.
 *
 * @param control existing folder for the engine's own files, such as its script and the record of
 *     the end; the program cannot see it. All nodes can
 * @param queue {@code short} or {@code long}: where a scheduler lets it wait
 * @param image what a container is made of; empty for the engine's usual one
 * @param endsWithServer whether nobody would go on with it after the server that submitted it; an
 *     engine that can ends it then
 */
public record Task(
    TaskName name,
    ProgramRun program,
    Path control,
    String queue,
    Optional<String> image,
    boolean endsWithServer) {
  public Task {
    control = control.toAbsolutePath().normalize();
  }

  /**
   * A task that was submitted before, to be looked at, paused, resumed, ended or forgotten: for
   * that its name and its folders are enough.
   *
   * @param folder of all its files
   */
  public static Task toManage(TaskName name, Path folder) {
    ProgramRun program =
        new ProgramRun(
            List.of(),
            folder.resolve(TaskFolder.WORK),
            Map.of(),
            folder.resolve(TaskFolder.LOGS),
            Map.of(),
            false,
            ResourceLimits.USUAL);
    return new Task(name, program, folder.resolve(TaskFolder.CONTROL), "", Optional.empty(), false);
  }
}
