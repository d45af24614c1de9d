package org.drover.wps.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.data.codec.BoxCodec;
import org.drover.wps.data.codec.FeatureFormats;
import org.drover.wps.data.codec.GeometryCodec;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.worker.file.FeatureFile;
import org.locationtech.jts.geom.Geometry;

/** Turns a checked occurrence of an input into the value its process gets. */
public final class InputDecoder {

  /** Features from so many bytes are kept in memory; from more, in a file. */
  private static final long SMALL = 4 << 20;

  private InputDecoder() {}

  /**
   * Decodes one occurrence.
   *
   * @param value checked, and no reference: those are fetched before
   * @param folder where large data may be put; its owner removes it
   * @throws WpsException INVALID_INPUT if the value is not what the description says, SIZE_EXCEEDED
   *     if it holds something too large for memory; locator: the input
   */
  public static Object decode(InputDescription input, InputValue value, Path folder)
      throws IOException {
    try {
      return decodeAny(input, value, folder);
    } catch (MalformedDataException e) {
      throw refusal(input, e);
    }
  }

  private static Object decodeAny(InputDescription input, InputValue value, Path folder)
      throws IOException {
    Optional<Object> small = decodeSmall(input, value);
    if (small.isPresent()) {
      return small.get();
    }
    if (value instanceof InputValue.Complex complex
        && input.data() instanceof DataDescription.Complex description) {
      Format format = format(description, complex);
      return decode(input, new Encoded(format, complex.content()), folder);
    }
    throw new IllegalArgumentException("input " + input.id() + " has not been checked");
  }

  /**
   * Decodes a literal or a box; empty for any other value.
   *
   * @param value checked
   */
  public static Optional<Object> decodeSmall(InputDescription input, InputValue value) {
    if (value instanceof InputValue.Literal literal
        && input.data() instanceof DataDescription.Literal description) {
      return Optional.of(new LiteralInput(description).decode(literal));
    }
    if (value instanceof InputValue.Box box && input.data() instanceof DataDescription.Box kind) {
      return Optional.of(BoxCodec.read(box, kind.crs().get(0)));
    }
    return Optional.empty();
  }

  private static Format format(DataDescription.Complex description, InputValue.Complex complex) {
    return FormatMatch.resolve(description.formats(), complex.format())
        .orElseThrow(() -> new IllegalArgumentException("a format has not been checked"));
  }

  /** Bytes in a format known to be supported. */
  private record Encoded(Format format, Content content) {}

  private static Object decode(InputDescription input, Encoded data, Path folder)
      throws IOException {
    if (input.valueType() == FeatureCollection.class) {
      return data.content().length() <= SMALL ? readFeatures(data) : spill(data, folder);
    }
    if (input.valueType() == Geometry.class) {
      try (InputStream in = data.content().open()) {
        return GeometryCodec.read(data.format(), in);
      }
    }
    return complexData(data);
  }

  private static FeatureCollection readFeatures(Encoded data) throws IOException {
    List<Feature> features = new ArrayList<>();
    try (InputStream in = data.content().open()) {
      String crs = FeatureFormats.get(data.format()).read(in, features::add);
      return FeatureCollection.of(crs, features);
    }
  }

  private static FeatureCollection spill(Encoded data, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(UUID.randomUUID() + ".features");
    transcode(data, file, false);
    return FeatureFile.open(file);
  }

  private static void transcode(Encoded data, Path file, boolean durable) throws IOException {
    try (InputStream in = data.content().open();
        FeatureFile.Writer writer = FeatureFile.create(file, "")) {
      writer.crs(FeatureFormats.get(data.format()).read(in, writer));
      if (durable) {
        writer.force();
      }
    }
  }

  private static ComplexData complexData(Encoded data) {
    return new ComplexData() {
      @Override
      public Format format() {
        return data.format();
      }

      @Override
      public long length() {
        return data.content().length();
      }

      @Override
      public InputStream open() throws IOException {
        return data.content().open();
      }

      @Override
      public Optional<Path> findFile() {
        return data.content().file();
      }
    };
  }

  private static WpsException refusal(InputDescription input, MalformedDataException e) {
    return new WpsException(
        e.isTooLarge() ? Fault.SIZE_EXCEEDED : Fault.INVALID_INPUT,
        input.id(),
        "Input '" + input.id() + "': " + e.getMessage(),
        e);
  }

  /**
   * Makes a value cheap to open again and again, durably and at most once: does nothing if the
   * target is there. Features are written into a feature file; other values are as cheap as they
   * can be already.
   *
   * @param target a file in an existing folder; written under another name and renamed
   */
  public static void stage(InputDescription input, InputValue value, Path target)
      throws IOException {
    if (input.valueType() != FeatureCollection.class
        || Files.exists(target)
        || !(value instanceof InputValue.Complex complex)
        || !(input.data() instanceof DataDescription.Complex description)) {
      return;
    }
    Path draft = target.resolveSibling(UUID.randomUUID() + ".draft");
    try {
      transcode(new Encoded(format(description, complex), complex.content()), draft, true);
      FeatureFile.rename(draft, target);
    } catch (MalformedDataException e) {
      throw refusal(input, e);
    } finally {
      FeatureFile.delete(draft);
    }
  }

  /**
   * The value {@link #stage} has staged.
   *
   * @param value the same value as given to stage
   */
  public static Object open(InputDescription input, InputValue value, Path target)
      throws IOException {
    return Files.exists(target)
        ? FeatureFile.open(target)
        : decode(input, value, target.toAbsolutePath().getParent());
  }
}
