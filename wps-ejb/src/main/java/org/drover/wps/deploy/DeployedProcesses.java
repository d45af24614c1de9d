package org.drover.wps.deploy;

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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.drover.wps.command.DescribedCommand;
import org.drover.wps.process.registry.ProcessRegistry;

/** Offers what is deployed, on any node: looks every other second whether something has changed. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeployedProcesses {

  private static final Logger LOG = System.getLogger(DeployedProcesses.class.getName());
  private static final long PERIOD_SECONDS = 2;

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-timer")
  private ManagedScheduledExecutorService timer;

  @Inject private PackageStore store;
  @Inject private DescribedCommand commands;

  private DeployedOfferings offerings;
  private Future<?> looking;
  private boolean away;

  @PostConstruct
  void start() {
    offerings = new DeployedOfferings(store, commands, it -> ProcessRegistry.get().offer(this, it));
    lookAgain(); // not later: jobs of an earlier run need their processes
    looking =
        timer.scheduleWithFixedDelay(
            this::lookAgain, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** Offers what this node has changed, at once. */
  public void look() {
    offerings.look();
  }

  private void lookAgain() {
    try {
      offerings.look();
      away = false;
    } catch (RuntimeException e) { // the database may be away; the next look may go better
      if (!away) {
        LOG.log(
            Level.WARNING, "Deployed processes stay as they are: they cannot be looked for.", e);
      }
      away = true;
    }
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    ProcessRegistry.get().withdraw(this);
  }
}
