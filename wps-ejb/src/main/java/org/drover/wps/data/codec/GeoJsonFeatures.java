package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.plan.FeatureSink;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoJSON (RFC 7946): a feature collection, a feature, or a bare geometry. Coordinates are always
 * x, y. Other coordinate reference systems than CRS84 are read from, and written to, the {@code
 * crs} member of GeoJSON 2008, which other software still understands.
 */
public final class GeoJsonFeatures implements FeatureFormat {

  private static final Set<String> TYPES =
      Set.of("application/geo+json", "application/vnd.geo+json", "application/json", "text/json");
  private static final int MAX_NESTING = 100;
  private static final int MAX_STRING = 1 << 24;
  private static final int MAX_NAME = 10_000;
  private static final int MAX_NUMBER = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxStringLength(MAX_STRING)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          // Names of clients are kept nowhere beyond their own document.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  @Override
  public boolean handles(Format format) {
    return TYPES.contains(format.baseType());
  }

  @Override
  public String read(InputStream in, FeatureSink sink) throws IOException {
    FeatureBudget budget = new FeatureBudget(in);
    try (JsonParser parser = JSON.createParser((InputStream) budget)) {
      return new GeoJsonReader(parser, budget).readDocument(budget.renewedBy(sink));
    } catch (StreamConstraintsException e) {
      throw MalformedDataException.tooLarge(
          "The JSON is nested deeper than "
              + MAX_NESTING
              + " levels, or has a name, number or string longer than is accepted here"
              + place(e)
              + ".");
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  private static MalformedDataException malformed(JsonProcessingException e) {
    return new MalformedDataException(
        "This is not JSON: " + Shortened.text(e.getOriginalMessage()) + place(e), e);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  @Override
  public FeatureWriter write(OutputStream out, String crs) throws IOException {
    return new GeoJsonWriter(generator(out), CrsName.parse(crs));
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out, JsonEncoding.UTF8);
  }

  /** Writes a geometry alone. */
  void write(OutputStream out, Geometry geometry, String crs) throws IOException {
    try (JsonGenerator generator = generator(out)) {
      new GeoJsonGeometryWriter(generator).write(geometry, CrsName.parse(crs));
    }
  }
}
