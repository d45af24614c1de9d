package org.drover.wps.execution.attempt;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.Part;
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
  private final AtomicInteger percent;
  private final AtomicReference<String> message = new AtomicReference<>("");
  private final AtomicReference<Progress> told = new AtomicReference<>();
  private final Set<Closeable> resources = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanoTime;
  private final AtomicReference<String> stopReason = new AtomicReference<>();
  private final AtomicReference<String> backReason = new AtomicReference<>();
  private final AtomicBoolean moved = new AtomicBoolean();
  private volatile long execution;
  private volatile boolean begun;
  private volatile long safeUntil;
  private volatile boolean finished;
  private volatile PartsProgress parts;
  private PlannedJob planned;

  /**
   * @param safe for how many nanoseconds the lease surely holds
   * @param nanoTime the node's own clock, which nobody sets
   */
  RunningAttempt(Job job, Path scratch, long safe, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.safeUntil = nanoTime.getAsLong() + safe;
    this.attempt = new Attempt(job.id(), job.epoch());
    this.job = job;
    this.percent = new AtomicInteger(job.percent());
    this.told.set(new Progress(job.percent(), ""));
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

  /** Notes that the engine has begun to carry it out. */
  public void begun() {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
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

  /** Forgets something that is closed. */
  void closed(Closeable resource) {
    resources.remove(resource);
  }

  /** Closes what the attempt has left open. */
  void closeAll() {
    for (Closeable resource : resources) {
      try {
        resource.close();
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.WARNING, "attempt " + attempt + " left a file open", e);
      }
    }
  }

  /** Asks the work to end at the next occasion; the first reason counts. */
  void stop(String reason) {
    stopReason.compareAndSet(null, reason);
  }

  boolean isStopping() {
    return stopReason.get() != null;
  }

  /** Notes that the job goes back to its queue, should the attempt end before the job is done. */
  void giveBack(String why) {
    backReason.compareAndSet(null, why);
  }

  /** Why the job goes back to its queue should the attempt now end, if it does. */
  Optional<String> backReason() {
    return Optional.ofNullable(stopReason.get()).or(() -> Optional.ofNullable(backReason.get()));
  }

  /** Notes that the lease surely holds until then, by the node's own clock. */
  void leaseHoldsUntil(long nanos) {
    safeUntil = nanos;
  }

  /** Whether the lease may have run out: whoever notices stops, also while the database is away. */
  boolean isLeaseOver() {
    return nanoTime.getAsLong() - safeUntil > 0;
  }

  /** Notes that outputs and success are committed. */
  void finished() {
    finished = true;
  }

  boolean isFinished() {
    return finished;
  }

  /** Notes the parts worked on; from now on they tell how far the job is. */
  void works(PartsProgress on) {
    parts = on;
  }

  /** Notes that so many items of a part are done. */
  void reached(Part part, long position) {
    moved.set(true);
    PartsProgress all = parts;
    if (all != null) {
      all.reached(part, position);
    }
  }

  @Override
  public void progress(double reached, String text) {
    moved.set(true);
    forward((int) Math.max(0, Math.min(100, reached)));
    message.set(text == null ? "" : text);
  }

  private int forward(int reached) {
    return percent.accumulateAndGet(reached, Math::max);
  }

  /** How far the job is at this moment, over all its attempts; never falls. */
  int percent() {
    PartsProgress all = parts;
    return all == null ? percent.get() : forward(all.percent());
  }

  /** Whether the work has given a sign of progress since the last call. */
  boolean takeMoved() {
    return moved.getAndSet(false);
  }

  /** What was said last of what goes on. */
  String message() {
    return message.get();
  }

  /** How far the job is and what it does, unless that has been written down already. */
  Optional<Progress> untold() {
    return Optional.of(new Progress(percent(), message())).filter(it -> !it.equals(told.get()));
  }

  /** Notes what has been written down. */
  void told(Progress progress) {
    told.set(progress);
  }

  /** The percent last written down. */
  public int toldPercent() {
    return told.get().percent();
  }

  @Override
  public void checkStopped() {
    if (!isStopping() && isLeaseOver()) {
      stop("The server could not renew its hold of the job.");
    }
    String reason = stopReason.get();
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

  /** The folder is not made for it: most processes say nothing. */
  @Override
  public Path log() {
    return scratch.resolve("log.txt");
  }

  /** How far a process says it is. */
  record Progress(int percent, String message) {}
}
