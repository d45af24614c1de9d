package org.drover.wps.execution.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.drover.wps.job.JobFolders;
import org.drover.wps.worker.file.Durable;

/** The folder of one request, below the data folder, so that a job takes it over by a rename. */
public final class RequestFolder implements Intake {

  private final Path folder;
  private final AtomicInteger files = new AtomicInteger();

  /**
   * @param folder made when first written to
   */
  public RequestFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Path nextFile() {
    return folder.resolve("input-" + files.incrementAndGet());
  }

  private boolean isEmpty() {
    return files.get() == 0 || !Files.exists(folder);
  }

  /** How many bytes the files have. */
  public long bytes() {
    if (isEmpty()) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.mapToLong(it -> it.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the files a job's own, durably. Does nothing when there are none. */
  public void moveTo(Path target) {
    if (isEmpty()) {
      return;
    }
    try {
      Durable.forceAll(folder);
      Files.createDirectories(target.getParent());
      Files.move(folder, target);
      Durable.force(target.getParent());
      Durable.force(target.getParent().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (files.get() > 0) {
      JobFolders.remove(folder);
    }
  }
}
