package org.drover.wps.admin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.drover.wps.config.Setting;
import org.drover.wps.node.NodeStore;

/**
 * Looks every few seconds whether the database and the backends that processes need answer, so that
 * whoever asks need not wait for one that hangs.
 */
@Singleton
@Startup
@DependsOn({"DeployedProcesses", "CommandFolder"}) // which say what is needed
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HealthWatch {

  /** Backends without which a node counts as out of order. */
  static final Setting<Set<String>> REQUIRED = Setting.names("drover.health.backends", "none");

  private static final Logger LOG = System.getLogger(HealthWatch.class.getName());
  private static final long PERIOD_SECONDS = 5;

  /** A database that has not answered for as long does not answer. */
  private static final long SILENCE = TimeUnit.SECONDS.toNanos(3 * PERIOD_SECONDS);

  private final BackendStates states = new BackendStates(Clock.systemUTC());
  private final List<Future<?>> looking = new ArrayList<>();
  private volatile Optional<Long> answered = Optional.empty();

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-heartbeat")
  private ManagedScheduledExecutorService pulse;

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-timer")
  private ManagedScheduledExecutorService timer;

  @Inject private BackendUse backends;
  @Inject private NodeStore nodes;

  @PostConstruct
  void start() {
    every(pulse, this::lookAtDatabase);
    every(timer, this::lookAtBackends);
  }

  private void every(ManagedScheduledExecutorService executor, Runnable look) {
    looking.add(executor.scheduleWithFixedDelay(look, 0, PERIOD_SECONDS, TimeUnit.SECONDS));
  }

  /** How things stood a few seconds ago. */
  public Health health() {
    return new Health(databaseAnswers(), states.list(), REQUIRED.get());
  }

  private boolean databaseAnswers() {
    return answered.filter(it -> System.nanoTime() - it < SILENCE).isPresent();
  }

  private void lookAtDatabase() {
    try {
      nodes.ping();
      answered = Optional.of(System.nanoTime());
    } catch (RuntimeException e) { // whatever keeps it from answering
      LOG.log(Level.DEBUG, "The database does not answer.", e);
    }
  }

  private void lookAtBackends() {
    try {
      Set<String> counting = new TreeSet<>(REQUIRED.get());
      counting.addAll(backends.used());
      Map<String, Optional<String>> problems = new TreeMap<>();
      counting.forEach(it -> problems.put(it, backends.problem(it)));
      states.note(problems);
    } catch (RuntimeException e) { // whatever it is, the next look may go better
      LOG.log(Level.WARNING, "The backends cannot be looked at.", e);
    }
  }

  @PreDestroy
  void stop() {
    looking.forEach(it -> it.cancel(false));
  }
}
