package org.drover.wps.worker.file;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.drover.wps.process.data.Feature;

/** Appends to a feature file. */
final class FeatureFileWriter implements FeatureFile.Writer {

  private static final int BUFFER = 1 << 16;

  private final FileChannel file;
  private final DataOutputStream out;
  private final FeatureRecord records = new FeatureRecord();
  private final FeatureIndex index;
  private long length;
  private long count;
  private long indexed;

  private FeatureFileWriter(FileChannel file, long length, long count, FeatureIndex index) {
    this.file = file;
    this.out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
    this.length = length;
    this.count = count;
    this.index = index;
    this.indexed = index.last().getKey();
  }

  static FeatureFileWriter create(Path path, String crs) throws IOException {
    FeatureIndex index = FeatureIndex.create(path, FeatureFile.HEADER);
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    file.write(ByteBuffer.wrap(FeatureFile.header(crs)));
    Durable.force(path.toAbsolutePath().getParent());
    return new FeatureFileWriter(file, FeatureFile.HEADER, 0, index);
  }

  static FeatureFileWriter append(Path path, long length, long count, FeatureIndex index)
      throws IOException {
    index.replace();
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    file.truncate(length);
    file.position(length);
    return new FeatureFileWriter(file, length, count, index);
  }

  @Override
  public void write(Feature feature) throws IOException {
    byte[] record = records.write(feature);
    out.writeInt(record.length);
    out.write(record);
    length += Integer.BYTES + record.length;
    count++;
    if (count % FeatureIndex.INTERVAL == 0) {
      index.add(count, length);
    }
  }

  @Override
  public long force() throws IOException {
    out.flush();
    file.force(true);
    saveIndex();
    return length;
  }

  /** After the features themselves, so that it never names what is not there. */
  private void saveIndex() throws IOException {
    index.saveAfter(indexed);
    indexed = index.last().getKey();
  }

  @Override
  public void crs(String crs) throws IOException {
    file.write(ByteBuffer.wrap(FeatureFile.header(crs)), 0);
  }

  @Override
  public void close() throws IOException {
    if (!file.isOpen()) {
      return;
    }
    try (file) {
      out.flush();
      saveIndex();
    }
  }
}
