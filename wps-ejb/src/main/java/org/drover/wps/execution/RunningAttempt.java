package org.drover.wps.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
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

  private final Attempt attempt;
  private final Job job;
  private final Path scratch;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final AtomicReference<Progress> progress = new AtomicReference<>();
  private volatile String stopReason;

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
