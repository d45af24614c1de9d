package org.drover.wps.worker.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.plan.Items;

/** The next features of a feature file. */
final class FileItems implements Items<Feature> {

  private final DataInputStream in;
  private final FeatureRecord records = new FeatureRecord();
  private long left;

  FileItems(DataInputStream in, long left) {
    this.in = in;
    this.left = left;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public Feature next() {
    if (left <= 0) {
      throw new NoSuchElementException();
    }
    left--;
    try {
      int length = in.readInt();
      byte[] record = in.readNBytes(length);
      if (record.length < length) {
        throw new EOFException("a stored feature is cut off");
      }
      return records.read(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
