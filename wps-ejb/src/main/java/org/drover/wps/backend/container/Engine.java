package org.drover.wps.backend.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.drover.wps.backend.EngineAwayException;

/** A container engine behind a socket, which may be away, or be there and not answer. */
final class Engine {

  private static final Logger LOG = System.getLogger(Engine.class.getName());

  /** Starting a container takes a fraction of it, but engines and disks may be busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String host;
  private final Duration patience;
  private final ScheduledThreadPoolExecutor alarms;
  private DockerClient client;

  /**
   * @param host address of its socket, {@code unix:///path}
   */
  Engine(String host) {
    this(host, PATIENCE);
  }

  Engine(String host, Duration patience) {
    this.host = host;
    this.patience = patience;
    this.alarms = new ScheduledThreadPoolExecutor(1, Engine::daemon);
    alarms.setRemoveOnCancelPolicy(true);
  }

  /** Made when it is needed: most servers have no engine. */
  private synchronized DockerClient client() {
    if (client == null) {
      client =
          DockerClientImpl.getInstance(
              DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(host).build(),
              new ZerodepDockerHttpClient.Builder().dockerHost(URI.create(host)).build());
    }
    return client;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "drover-container-alarms");
    thread.setDaemon(true);
    return thread;
  }

  String host() {
    return host;
  }

  /**
   * Asks the engine.
   *
   * @throws EngineAwayException if it does not answer
   * @throws DockerException if it answers with a failure
   */
  <T> T ask(Function<DockerClient, T> question) throws EngineAwayException {
    return ask(question, patience);
  }

  /** Asks the engine, and waits for its answer no longer than told. */
  <T> T ask(Function<DockerClient, T> question, Duration patience) throws EngineAwayException {
    // A thread that is to end still has containers to end.
    boolean interrupted = Thread.interrupted();
    Alarm alarm = new Alarm(Thread.currentThread());
    ScheduledFuture<?> set =
        alarms.schedule(alarm::ring, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return question.apply(client());
    } catch (DockerException e) {
      throw e;
    } catch (RuntimeException e) {
      throw alarm.hasRung() ? away(" within " + patience.toSeconds() + " s", e) : away(e);
    } finally {
      set.cancel(false);
      alarm.end();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Does not hide a mistake of ours behind the engine. */
  private EngineAwayException away(RuntimeException e) {
    Throwable cause =
        Stream.iterate((Throwable) e, it -> it != null, Throwable::getCause)
            .filter(IOException.class::isInstance)
            .findFirst()
            .orElseThrow(() -> e);
    return away(": " + cause.getMessage(), e);
  }

  private EngineAwayException away(String why, RuntimeException e) {
    return new EngineAwayException("The container engine at " + host + " does not answer" + why, e);
  }

  synchronized void close() {
    alarms.shutdownNow();
    if (client != null) {
      try {
        client.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "The connections to {0} were not closed: {1}", host, e);
      }
    }
  }

  /**
   * Wakes a thread that waits for an answer for too long: sockets of this kind know no time limit,
   * but give up when their thread is interrupted.
   */
  private static final class Alarm {
    private final Thread thread;
    private boolean over;
    private boolean rung;

    Alarm(Thread thread) {
      this.thread = thread;
    }

    synchronized void ring() {
      if (!over) {
        rung = true;
        thread.interrupt();
      }
    }

    synchronized boolean hasRung() {
      return rung;
    }

    synchronized void end() {
      over = true;
      if (rung) {
        Thread.interrupted();
      }
    }
  }
}
