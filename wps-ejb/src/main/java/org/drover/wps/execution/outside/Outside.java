package org.drover.wps.execution.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.Placed;
import org.drover.wps.backend.TaskExecution;
import org.drover.wps.backend.Tasks;
import org.drover.wps.job.Part;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.registry.Offering;

/** Has processes and their parts run by workers, on the engine an administrator has chosen. */
@ApplicationScoped
public class Outside {

  private static final int ALL = Integer.MAX_VALUE;

  @Inject private Backends backends;
  @Inject private WorkerPrograms programs;

  public WorkerPrograms programs() {
    return programs;
  }

  /** Name of the backend the work of a process is done on when it waits in a queue. */
  public String place(Offering offering, String queue) {
    if (offering instanceof Offering.Direct direct && direct.body() instanceof Placed placed) {
      return placed.backend(queue);
    }
    return offering.type().isEmpty()
        ? Backends.LOCAL
        : backends.choose(offering.description().id(), queue, Backends.LOCAL);
  }

  /**
   * The engine for a process; empty for one that runs within the server, and for one that sees to
   * it by itself.
   *
   * @throws ProcessFailedException if the one chosen is not there
   */
  public Optional<Backend> find(Offering offering, String queue) {
    if (offering.type().isEmpty()) {
      return Optional.empty();
    }
    String name = place(offering, queue);
    if (name.equals(Backends.LOCAL)) {
      return Optional.empty();
    }
    return Optional.of(
        backends
            .find(name)
            .orElseThrow(
                () ->
                    new ProcessFailedException(
                        "The process is to run on '"
                            + name
                            + "', which this server does not have; tell the administrator.")));
  }

  /** Runs a whole process. */
  public Map<String, Object> run(
      Backend backend, Offering offering, Map<String, List<Object>> inputs, TaskExecution execution)
      throws IOException {
    WholePiece piece = new WholePiece(offering, inputs, execution, programs);
    new Tasks(backend, execution).run(List.of(piece));
    return piece.made();
  }

  /**
   * Runs parts side by side.
   *
   * @param atOnce how many, on an engine that has no queues of its own
   */
  public void run(Backend backend, OutsideParts job, List<Part> parts, int atOnce)
      throws IOException {
    String doing = "Working on " + parts.size() + " parts";
    new Tasks(backend, job.execution(), backend.hasQueues() ? ALL : atOnce, doing)
        .run(parts.stream().map(it -> new PartPiece(job, it)).toList());
  }
}
