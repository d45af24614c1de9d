package org.drover.wps.worker.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Where in a feature file some of its features begin. A file beside it saves looking through the
 * whole of it; that file is a hint only: what in it is torn or beyond the end does not count.
 */
final class FeatureIndex {

  static final int INTERVAL = 1024;
  private static final int ENTRY = 20;

  private final Path path;
  private final TreeMap<Long, Long> offsets = new TreeMap<>();

  private FeatureIndex(Path features) {
    this.path = of(features);
  }

  /** The file beside a feature file. */
  static Path of(Path features) {
    return features.resolveSibling(features.getFileName() + ".index");
  }

  /** Takes over the hints of another file that begins with the same features. */
  static void copy(Path from, Path to) throws IOException {
    Files.deleteIfExists(of(to));
    if (Files.exists(of(from))) {
      Files.copy(of(from), of(to));
    }
  }

  static FeatureIndex create(Path features, long start) throws IOException {
    FeatureIndex index = new FeatureIndex(features);
    Files.deleteIfExists(index.path);
    index.offsets.put(0L, start);
    return index;
  }

  /**
   * Loads what holds for the first bytes of a feature file.
   *
   * @param start offset of the first feature
   * @param end length of the file
   */
  static FeatureIndex load(Path features, long start, long end) throws IOException {
    FeatureIndex index = new FeatureIndex(features);
    index.offsets.put(0L, start);
    if (Files.exists(index.path)) {
      index.read(ByteBuffer.wrap(Files.readAllBytes(index.path)), end);
    }
    return index;
  }

  private void read(ByteBuffer entries, long end) {
    while (entries.remaining() >= ENTRY) {
      long feature = entries.getLong();
      long offset = entries.getLong();
      Map.Entry<Long, Long> last = offsets.lastEntry();
      boolean rises = feature > last.getKey() && offset > last.getValue();
      if (entries.getInt() != checksum(feature, offset) || !rises || offset > end) {
        return;
      }
      offsets.put(feature, offset);
    }
  }

  private static int checksum(long feature, long offset) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(16).putLong(feature).putLong(offset).flip());
    return (int) crc.getValue();
  }

  void add(long feature, long offset) {
    offsets.put(feature, offset);
  }

  Map.Entry<Long, Long> last() {
    return offsets.lastEntry();
  }

  /** The feature nearest before another, and where it begins. */
  Map.Entry<Long, Long> before(long feature) {
    return offsets.floorEntry(feature);
  }

  /** Writes the entries for features after one. */
  void saveAfter(long feature) throws IOException {
    Map<Long, Long> fresh = offsets.tailMap(feature, false);
    ByteBuffer entries = ByteBuffer.allocate(fresh.size() * ENTRY);
    fresh.forEach(
        (count, offset) -> entries.putLong(count).putLong(offset).putInt(checksum(count, offset)));
    Files.write(path, entries.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes all entries anew, durably: those that were there no longer hold. */
  void replace() throws IOException {
    Files.deleteIfExists(path);
    saveAfter(0);
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }
}
