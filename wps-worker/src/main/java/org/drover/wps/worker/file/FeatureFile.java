package org.drover.wps.worker.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.FeatureSink;
import org.drover.wps.process.plan.Items;

/**
 * Features in a binary file that is read from any position and written with checkpoints: what was
 * written after the last {@link Writer#force()} may be lost or torn, and is cut off when writing
 * goes on.
 *
 * <p>Layout: a header with the CRS, then for each feature its length in four bytes and its {@link
 * FeatureRecord}.
 */
public final class FeatureFile implements FeatureCollection {

  static final int HEADER = 128;
  private static final byte[] MAGIC = "DROVERF1".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;
  private static final int PREFIX = 4;

  private final Path path;
  private final String crs;
  private final long end;
  private final FeatureIndex index;
  private final long size;

  private FeatureFile(Path path, long limit) throws IOException {
    this.path = path;
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long length = Math.min(limit, file.size());
      this.crs = readHeader(path, file);
      this.index = FeatureIndex.load(path, HEADER, length);
      file.position(index.last().getValue());
      Tail tail = readTail(file, length);
      this.size = tail.count();
      this.end = tail.offset();
    }
  }

  private static String readHeader(Path path, FileChannel file) throws IOException {
    byte[] header = Channels.newInputStream(file).readNBytes(HEADER);
    if (header.length < HEADER || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException(path + " is not a feature file");
    }
    return new String(header, MAGIC.length + 1, header[MAGIC.length], StandardCharsets.US_ASCII);
  }

  static byte[] header(String crs) {
    byte[] name = crs.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put(MAGIC).put((byte) name.length).put(name);
    return header.array();
  }

  private record Tail(long count, long offset) {}

  /** Counts the whole features from the last one the index knows. */
  private Tail readTail(FileChannel file, long length) throws IOException {
    long count = index.last().getKey();
    long offset = index.last().getValue();
    // Not closed: that would close the channel, which its owner does.
    DataInputStream in = stream(file);
    while (offset + PREFIX <= length) {
      int record = in.readInt();
      if (record <= 0 || offset + PREFIX + record > length) {
        break;
      }
      in.skipNBytes(record);
      offset += PREFIX + record;
      count++;
      if (count % FeatureIndex.INTERVAL == 0) {
        index.add(count, offset);
      }
    }
    return new Tail(count, offset);
  }

  private static DataInputStream stream(FileChannel file) {
    InputStream bytes = Channels.newInputStream(file);
    return new DataInputStream(new BufferedInputStream(bytes, BUFFER));
  }

  /** Opens a file; a feature torn at its end is left out. */
  public static FeatureFile open(Path path) throws IOException {
    return new FeatureFile(path, Long.MAX_VALUE);
  }

  /** The features of several files in order, as one collection in a CRS. */
  public static FeatureCollection concat(String crs, List<Path> parts) throws IOException {
    return ConcatenatedFeatures.open(crs, parts);
  }

  /** Begins a file, replacing any there; its folder must exist. */
  public static Writer create(Path path, String crs) throws IOException {
    return FeatureFileWriter.create(path, crs);
  }

  /**
   * Goes on with a file at a checkpoint; what was written after it is cut off.
   *
   * @param length a value {@link Writer#force()} returned
   */
  public static Writer append(Path path, long length) throws IOException {
    FeatureFile before = new FeatureFile(path, length);
    if (before.end != length) {
      throw new IOException(
          path + " has no checkpoint at " + length + ": its features end at " + before.end);
    }
    return FeatureFileWriter.append(path, length, before.size, before.index);
  }

  /**
   * Begins a file with the features another has up to a checkpoint. The other is left alone, and
   * may still be written to.
   *
   * @param length a value {@link Writer#force()} returned for the other
   */
  public static Writer continueFrom(Path other, long length, Path path) throws IOException {
    copyStart(other, path, length);
    FeatureIndex.copy(other, path);
    Writer writer = append(path, length);
    Durable.force(path.toAbsolutePath().getParent());
    return writer;
  }

  private static void copyStart(Path from, Path to, long length) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      for (long done = 0; done < length; ) {
        long copied = in.transferTo(done, length - done, out);
        if (copied == 0) {
          throw new IOException(from + " ends at " + done + ", before its checkpoint at " + length);
        }
        done += copied;
      }
    }
  }

  /** Gives a finished file its final name, in one step and durably. */
  public static void rename(Path from, Path to) throws IOException {
    Path index = FeatureIndex.of(from);
    if (Files.exists(index)) {
      Files.move(index, FeatureIndex.of(to), StandardCopyOption.REPLACE_EXISTING);
    }
    Durable.publish(from, to);
  }

  /** Gives a finished file a second name, durably, replacing any file of that name. */
  public static void link(Path from, Path to) throws IOException {
    delete(to);
    Path index = FeatureIndex.of(from);
    if (Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS)) {
      Durable.link(index, FeatureIndex.of(to));
    }
    Durable.link(from, to);
  }

  /** Removes a file, if it is there. */
  public static void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(FeatureIndex.of(path));
  }

  /** The file beside a file that tells where in it features begin; it need not be there. */
  public static Path indexOf(Path path) {
    return FeatureIndex.of(path);
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  @Override
  public String crs() {
    return crs;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Items<Feature> readFrom(long from) throws IOException {
    if (from >= size) {
      return Items.of(List.of());
    }
    var start = index.before(from);
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      file.position(start.getValue());
      DataInputStream in = stream(file);
      for (long at = start.getKey(); at < from; at++) {
        in.skipNBytes(in.readInt());
      }
      return new FileItems(in, size - from);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Writes features at the end of the file. Used by one thread. */
  public interface Writer extends FeatureSink, java.io.Closeable {

    /** Makes all that was written durable, and returns the length of the file: a checkpoint. */
    long force() throws IOException;

    /** Sets the CRS when it is known only at the end. */
    void crs(String crs) throws IOException;
  }
}
