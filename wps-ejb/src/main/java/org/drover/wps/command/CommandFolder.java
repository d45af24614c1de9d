package org.drover.wps.command;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.drover.wps.backend.Backends;
import org.drover.wps.config.Setting;
import org.drover.wps.process.registry.ProcessRegistry;

/** Looks every other second at the folders with command processes. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class CommandFolder {

  /** The folders with the files of command processes, separated by commas; they may be missing. */
  public static final Setting<String> FOLDERS =
      Setting.text(
          "drover.commands.folder",
          Path.of(System.getProperty("jboss.server.config.dir", ""), "commands").toString());

  private static final Logger LOG = System.getLogger(CommandFolder.class.getName());

  private static final long PERIOD_SECONDS = 2;

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-timer")
  private ManagedScheduledExecutorService timer;

  @Inject private Backends backends;

  private Commands commands;
  private Future<?> looking;

  @PostConstruct
  void start() {
    commands = new Commands(backends, it -> ProcessRegistry.get().offer(this, it));
    look(); // not later: jobs of an earlier run need their processes
    looking =
        timer.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** How things were at the last look. */
  public CommandReport report() {
    return commands.report();
  }

  private void look() {
    try {
      commands.look(folders());
    } catch (RuntimeException e) { // whatever it is, the next look may go better
      LOG.log(Level.WARNING, "The command processes cannot be looked for.", e);
    }
  }

  private static List<Path> folders() {
    return Arrays.stream(FOLDERS.get().split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> Path.of(it).toAbsolutePath())
        .toList();
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    ProcessRegistry.get().withdraw(this);
  }
}
