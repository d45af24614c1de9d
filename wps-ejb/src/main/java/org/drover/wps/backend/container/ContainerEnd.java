package org.drover.wps.backend.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;

/** Tells how a task ended from its container's exit code and from what was noted inside. */
final class ContainerEnd {

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final int KILLED = 128 + 9;
  private static final int STOPPED = 128 + ContainerOrder.STOP_SIGNAL;

  /** What engines give to a container that was gone when they came back. */
  private static final int UNKNOWN = 255;

  private static final List<String> OUT_OF_MEMORY =
      List.of("memory/memory.oom_control.oom_kill", "memory.events.oom_kill");
  private static final List<String> OUT_OF_PROCESSES =
      List.of("pids/pids.events.max", "pids.events.max");

  private final ContainerState state;
  private final List<String> noted;

  /**
   * @param noted file written by {@link ContainerFiles#ENTRY}; empty if that did not come so far
   */
  ContainerEnd(ContainerState state, Path noted) throws IOException {
    this.state = state;
    this.noted = Files.exists(noted) ? Files.readAllLines(noted) : List.of();
  }

  /**
   * How it ended. Whoever loses a process to lack of memory has failed, whatever it says itself:
   * what the others made of the rest may be wrong.
   */
  Ending ending() {
    int code = Objects.requireNonNullElse(state.getExitCodeLong(), (long) UNKNOWN).intValue();
    if (Boolean.TRUE.equals(state.getOOMKilled()) || counted(OUT_OF_MEMORY)) {
      return new Ending(Reason.OUT_OF_MEMORY, code);
    }
    if (noted.isEmpty()) {
      return endedFromOutside(code);
    }
    return code != 0 && counted(OUT_OF_PROCESSES)
        ? new Ending(Reason.TOO_MANY_PROCESSES, code)
        : Ending.ofExitCode(code);
  }

  /** The container ended before the program did. */
  private static Ending endedFromOutside(int code) {
    return switch (code) {
      case KILLED -> new Ending(Reason.CANCELLED, code);
      // The engine was shut down, or has gone with its machine.
      case STOPPED, UNKNOWN -> new Ending(Reason.LOST, code);
      case NOT_EXECUTABLE, NOT_FOUND -> new Ending(Reason.NOT_STARTED, code);
      default -> Ending.ofExitCode(code);
    };
  }

  private boolean counted(List<String> counters) {
    return noted.stream()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length == 2 && counters.contains(words[0]))
        .anyMatch(words -> !words[1].equals("0"));
  }
}
