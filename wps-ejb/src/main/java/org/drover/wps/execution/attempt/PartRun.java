package org.drover.wps.execution.attempt;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.drover.wps.data.StoredJson;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Part;
import org.drover.wps.job.PartFile;
import org.drover.wps.job.PartStore;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.worker.file.FeatureFile;

/**
 * A part being worked on by one thread: items are read and worked on one by one, and every so many
 * the position, the state and the length of the file are stored in the transaction under way.
 */
public final class PartRun implements Closeable {

  private final RunningAttempt attempt;
  private final PartStore parts;
  private final StoredJson json;
  private final Record definition;
  private final Plan<?> plan;
  private final Items<?> items;
  private final FeatureFile.Writer file;
  private Part part;
  private long position;
  private Record state;
  private boolean exhausted;
  private boolean closed;

  PartRun(RunningAttempt attempt, PlannedJob job, Part part, PartStore parts, StoredJson json)
      throws IOException {
    this.attempt = attempt;
    this.parts = parts;
    this.json = json;
    this.plan = job.plan();
    this.part = part;
    this.definition = job.definition(part);
    this.position = part.position();
    this.file = plan.work() instanceof Plan.Writing<?> w ? job.openFile(part, w.crs()) : null;
    this.items = openItems();
    this.state = plan.work() instanceof Plan.Folding<?> folding ? firstState(folding) : null;
  }

  private Items<?> openItems() throws IOException {
    try {
      return plan.read(definition).openAt(position);
    } catch (IOException | RuntimeException e) {
      if (file != null) {
        file.close();
      }
      throw e;
    }
  }

  private Record firstState(Plan.Folding<?> folding) {
    Record zero = folding.zero().get();
    return part.state().<Record>map(it -> json.read(it, zero.getClass())).orElse(zero);
  }

  /** The next item, or null after the last. */
  public Object read() {
    attempt.checkStopped();
    if (items.hasNext()) {
      return items.next();
    }
    exhausted = true;
    return null;
  }

  /** Works on an item. */
  public void work(Object item) throws Exception {
    if (plan.work() instanceof Plan.Writing<?> writing) {
      writing.writer().write(definition, item, file);
    } else if (plan.work() instanceof Plan.Folding<?> folding) {
      state = folding.fold().apply(state, item);
    }
    position++;
    attempt.reached(part, position);
  }

  /** Items done so far, over all attempts. */
  public long position() {
    return position;
  }

  /** Stores how far the part is, and that it is done after the last item. */
  public void checkpoint() throws IOException {
    if (part.done()) {
      return;
    }
    PartFile written =
        file == null ? part.file() : new PartFile(attempt.attempt().epoch(), file.force());
    Optional<String> stored = Optional.ofNullable(state).map(json::write);
    part = part.at(position, stored, written, exhausted);
    parts.checkpoint(attempt.attempt(), part);
    attempt.reached(part, position);
  }

  /** Stores that the part is done, if the last checkpoint could not tell, and closes it. */
  public void end() throws IOException {
    if (exhausted) {
      checkpoint();
    }
    close();
  }

  /** The attempt that works on the part. */
  public Attempt attempt() {
    return attempt.attempt();
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    attempt.closed(this);
    try {
      items.close();
    } finally {
      if (file != null) {
        file.close();
      }
    }
  }
}
