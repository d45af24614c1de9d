package org.drover.wps.execution;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.process.Execution;
import org.drover.wps.process.StoppedException;

/**
 * An attempt under way in this server: what its process sees of the server, and what the server
 * knows of it without asking the database.
 */
public final class RunningAttempt implements Execution {

  private static final Logger LOG = System.getLogger(RunningAttempt.class.getName());

  private final Attempt attempt;
  private final Job job;
  private final Path scratch;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final AtomicReference<Progress> progress = new AtomicReference<>();
  private final Queue<Closeable> resources = new ConcurrentLinkedQueue<>();
  private volatile String stopReason;
  private volatile long execution;
  private PlannedJob planned;

  RunningAttempt(Job job, Path scratch) {
    this.attempt = new Attempt(job.id(), job.epoch());
    this.job = job;
    this.scratch = scratch;
  }

  public Attempt attempt() {
    return attempt;
  }

  public Job job() {
    return job;
  }

  /** Notes under which number the engine carries it out. */
  void startedAs(long number) {
    execution = number;
  }

  long execution() {
    return execution;
  }

  /** Notes why the attempt fails; the first reason counts. */
  public void failed(Throwable reason) {
    failure.compareAndSet(null, reason);
  }

  /** Why the attempt failed, or null. */
  Throwable failure() {
    return failure.get();
  }

  /** Tells the slot that nothing of this attempt runs any more. */
  public void ended() {
    ended.complete(null);
  }

  CompletableFuture<Void> whenEnded() {
    return ended;
  }

  /** The plan of this attempt, made once. */
  synchronized PlannedJob planned(Callable<PlannedJob> maker) throws Exception {
    if (planned == null) {
      planned = maker.call();
    }
    return planned;
  }

  /** Closes something when the attempt ends, if that has not been done by then. */
  void closeAtEnd(Closeable resource) {
    resources.add(resource);
  }

  /** Closes what the attempt has left open. */
  void closeAll() {
    for (Closeable resource : resources) {
      try {
        resource.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "attempt " + attempt + " left a file open", e);
      }
    }
  }

  /** Asks the work to end at the next occasion. */
  void stop(String reason) {
    stopReason = reason;
  }

  boolean isStopping() {
    return stopReason != null;
  }

  @Override
  public void progress(double percent, String message) {
    progress.set(new Progress((int) Math.max(0, Math.min(100, percent)), message));
  }

  /** What was told since the last call, or null. */
  Progress takeProgress() {
    return progress.getAndSet(null);
  }

  @Override
  public void checkStopped() {
    String reason = stopReason;
    if (reason != null) {
      throw new StoppedException(reason);
    }
  }

  @Override
  public Path scratch() {
    try {
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far a process says it is. */
  record Progress(int percent, String message) {}
}
