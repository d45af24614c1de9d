package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;

/** Tasks that a scheduler gets as one array. */
public record Submission(List<Task> tasks) {

  public Submission {
    tasks = List.copyOf(tasks);
  }

  /** The same whoever submits these tasks, and another for any other tasks, of the job too. */
  public String name() {
    List<Integer> parts = tasks.stream().map(it -> it.name().part()).toList();
    return tasks.get(0).name().array() + "-" + Integer.toHexString(parts.hashCode());
  }

  Place place(int index) {
    return new Place(name(), index);
  }

  public String queue() {
    return tasks.get(0).queue();
  }

  /** The same for all. */
  public ResourceLimits limits() {
    return tasks.get(0).program().limits();
  }

  /** The time to ask for, the same for all; empty to ask for none. */
  public Optional<Duration> time() {
    return tasks.get(0).time();
  }

  /** Writes the script of the array; see {@link Scripts#array}. */
  public Path script(String variable, int first) throws IOException {
    return Scripts.array(tasks, variable, first);
  }
}
