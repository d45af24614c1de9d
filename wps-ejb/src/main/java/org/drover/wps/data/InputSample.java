package org.drover.wps.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.codec.FeatureFormats;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.plan.Items;
import org.locationtech.jts.geom.Geometry;

/**
 * What can be told of an input in a moment, for an estimate: small values as they are, features by
 * the first of them.
 */
public final class InputSample {

  /** Features from so many bytes are read; the number of the rest is told from theirs. */
  private static final long ENOUGH = 1 << 16;

  /** Largest geometry that is read as a whole. */
  private static final long SMALL = 1 << 16;

  /** Nothing read here is put into files. */
  private static final Path NO_FOLDER = Path.of("");

  private InputSample() {}

  /**
   * The value of one occurrence as far as it is known; empty when it is not.
   *
   * @param value checked
   * @throws org.drover.wps.data.codec.MalformedDataException if what is read cannot be understood
   */
  public static Optional<Object> of(InputDescription input, InputValue value) throws IOException {
    Optional<Object> small = InputDecoder.decodeSmall(input, value);
    if (small.isPresent()
        || !(value instanceof InputValue.Complex complex)
        || !(input.data() instanceof DataDescription.Complex description)) {
      return small;
    }
    if (input.valueType() == FeatureCollection.class) {
      Optional<Format> format = FormatMatch.resolve(description.formats(), complex.format());
      return format.isEmpty()
          ? Optional.empty()
          : Optional.of(features(format.get(), complex.content()));
    }
    return input.valueType() == Geometry.class && complex.content().length() > SMALL
        ? Optional.empty()
        : Optional.of(InputDecoder.decode(input, value, NO_FOLDER));
  }

  private static FeatureCollection features(Format format, Content content) throws IOException {
    List<Feature> first = new ArrayList<>();
    Counted in = new Counted(content.open());
    try (in) {
      FeatureFormats.get(format).read(in, feature -> keep(feature, first, in));
      return new Sample(List.copyOf(first), first.size());
    } catch (EnoughException e) {
      return new Sample(List.copyOf(first), content.length() * first.size() / in.count);
    }
  }

  private static void keep(Feature feature, List<Feature> first, Counted in) {
    first.add(feature);
    if (in.count >= ENOUGH) {
      throw new EnoughException();
    }
  }

  /** The first features of a collection, and about how many there are. */
  private record Sample(List<Feature> first, long size) implements FeatureCollection {

    @Override
    public String crs() {
      throw new UnsupportedOperationException("the CRS is not known before the data is read");
    }

    @Override
    public Items<Feature> readFrom(long from) {
      return Items.of(first.subList((int) Math.min(from, first.size()), first.size()));
    }
  }

  /** Ends the reading; nothing is wrong. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
