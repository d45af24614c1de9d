package org.drover.wps.worker.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;

/** Several feature files as one collection. */
record ConcatenatedFeatures(String crs, long size, List<FeatureFile> parts)
    implements FeatureCollection {

  static ConcatenatedFeatures open(String crs, List<Path> paths) throws IOException {
    List<FeatureFile> parts = new ArrayList<>();
    long size = 0;
    for (Path path : paths) {
      FeatureFile part = FeatureFile.open(path);
      parts.add(part);
      size += part.size();
    }
    return new ConcatenatedFeatures(crs, size, List.copyOf(parts));
  }

  @Override
  public Items<Feature> readFrom(long from) throws IOException {
    int part = 0;
    long left = from;
    while (part < parts.size() && left >= parts.get(part).size()) {
      left -= parts.get(part).size();
      part++;
    }
    return part == parts.size()
        ? Items.of(List.of())
        : new Chain(part, parts.get(part).readFrom(left));
  }

  private final class Chain implements Items<Feature> {
    private int part;
    private Items<Feature> current;

    private Chain(int part, Items<Feature> first) {
      this.part = part;
      this.current = first;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && part + 1 < parts.size()) {
        try {
          current.close();
          part++;
          current = parts.get(part).readFrom(0);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return current.hasNext();
    }

    @Override
    public Feature next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.next();
    }

    @Override
    public void close() throws IOException {
      current.close();
    }
  }
}
