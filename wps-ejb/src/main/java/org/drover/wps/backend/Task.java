package org.drover.wps.backend;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A program to be run by an engine.
 *
 * @param control existing folder for the engine's own files, such as its script and the record of
 *     the end; the program cannot see it. All nodes can
 * @param queue {@code short} or {@code long}: where a scheduler lets it wait
 * @param image what a container is made of; empty for the engine's usual one
 */
public record Task(
    TaskName name, ProgramRun program, Path control, String queue, Optional<String> image) {
  public Task {
    control = control.toAbsolutePath().normalize();
  }
}
