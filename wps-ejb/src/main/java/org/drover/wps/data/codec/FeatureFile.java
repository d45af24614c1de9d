package org.drover.wps.data.codec;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.FeatureSink;
import org.drover.wps.process.plan.Items;

/** Features in a binary file that is read from any position and written with checkpoints. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class FeatureFile implements FeatureCollection {

  private FeatureFile() {}

  /** Opens a finished file, or the forced part of one. */
  public static FeatureFile open(Path path) throws IOException {
    throw new IllegalStateException("being built");
  }

  /** The features of several files in order, as one collection. */
  public static FeatureCollection concat(String crs, List<Path> parts) throws IOException {
    throw new IllegalStateException("being built");
  }

  /** Begins a file, replacing any there. */
  public static Writer create(Path path, String crs) throws IOException {
    throw new IllegalStateException("being built");
  }

  /**
   * Goes on with a file at a checkpoint; what was written after it is cut off.
   *
   * @param length a value {@link Writer#force()} returned
   */
  public static Writer append(Path path, long length) throws IOException {
    throw new IllegalStateException("being built");
  }

  @Override
  public String crs() {
    throw new IllegalStateException("being built");
  }

  @Override
  public long size() {
    throw new IllegalStateException("being built");
  }

  @Override
  public Items<Feature> readFrom(long from) throws IOException {
    throw new IllegalStateException("being built");
  }

  /** Writes features at the end of the file. */
  public interface Writer extends FeatureSink, Closeable {

    /** Makes all that was written durable, and returns the length of the file: a checkpoint. */
    long force() throws IOException;

    /** Sets the CRS when it is known only at the end. */
    void crs(String crs) throws IOException;
  }
}
