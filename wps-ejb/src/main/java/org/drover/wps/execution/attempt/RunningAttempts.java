package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.StaleAttemptException;

/** The attempts under way in this server. */
@ApplicationScoped
public class RunningAttempts {

  private final Map<Attempt, RunningAttempt> running = new ConcurrentHashMap<>();

  void add(RunningAttempt attempt) {
    running.put(attempt.attempt(), attempt);
  }

  void remove(RunningAttempt attempt) {
    running.remove(attempt.attempt());
  }

  Collection<RunningAttempt> list() {
    return List.copyOf(running.values());
  }

  /** The engine's numbers of the attempts under way. */
  public Set<Long> executions() {
    return list().stream().map(RunningAttempt::execution).collect(Collectors.toSet());
  }

  /**
   * The attempt under way.
   *
   * @throws StaleAttemptException if it is no longer
   */
  public RunningAttempt get(Attempt attempt) {
    return find(attempt).orElseThrow(() -> new StaleAttemptException(attempt));
  }

  /** The attempt, if it is still under way. */
  public Optional<RunningAttempt> find(Attempt attempt) {
    return Optional.ofNullable(running.get(attempt));
  }
}
