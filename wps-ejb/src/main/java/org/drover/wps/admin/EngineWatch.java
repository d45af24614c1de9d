package org.drover.wps.admin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.drover.wps.config.Node;
import org.drover.wps.config.Setting;

/**
 * Looks every few seconds at the engines a node that works on the queues needs, so that whoever
 * asks how they stand need not wait for one that hangs.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EngineWatch {

  /** Backends without which a node counts as out of order. */
  static final Setting<Set<String>> REQUIRED = Setting.names("drover.health.backends", "none");

  private static final Logger LOG = System.getLogger(EngineWatch.class.getName());
  private static final long PERIOD_SECONDS = 5;

  private final EngineStates states = new EngineStates(Clock.systemUTC());

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-timer")
  private ManagedScheduledExecutorService timer;

  @Inject private Engines engines;

  private Future<?> looking;

  @PostConstruct
  void start() {
    looking = timer.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** How those that count stood a few seconds ago, by name. */
  public List<EngineState> list() {
    return states.list();
  }

  private void look() {
    try {
      Map<String, Optional<String>> problems = new TreeMap<>();
      counting().forEach(it -> problems.put(it, engines.problem(it)));
      states.note(problems);
    } catch (RuntimeException e) { // whatever it is, the next look may go better
      LOG.log(Level.WARNING, "The backends cannot be looked at.", e);
    }
  }

  private Set<String> counting() {
    Set<String> counting = new TreeSet<>(REQUIRED.get());
    if (Node.ROLE.get().works()) {
      counting.addAll(engines.used());
    }
    return counting;
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
  }
}
