package org.drover.wps.data.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.drover.wps.data.RepeatedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is too large for memory is refused while it is read. */
class FeatureBudgetTest {

  private static final FeatureFormat GEOJSON = new GeoJsonFeatures();
  private static final FeatureFormat GML = new GmlFeatures();
  private static final String FEATURE = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":";
  private static final String GML_OPEN =
      "<gml:FeatureCollection xmlns:gml='http://www.opengis.net/gml/3.2' xmlns:d='d'>";
  private static final String MEMBER = GML_OPEN + "<gml:featureMember><d:f>";

  static Stream<Arguments> hugeThings() {
    return Stream.of(
        Arguments.of(GEOJSON, "{\"type\":\"Point", "x"),
        Arguments.of(GEOJSON, "{\"", "x"),
        Arguments.of(GEOJSON, "{\"type\":\"Point\",\"coordinates\":[1", "1"),
        Arguments.of(GEOJSON, "{\"type\":\"MultiPoint\",\"coordinates\":[[0,0]", ",[0,0]"),
        Arguments.of(GEOJSON, "{\"type\":\"Polygon\",\"coordinates\":[[]", ",[]"),
        Arguments.of(
            GEOJSON,
            "{\"features\":[" + FEATURE + "{\"type\":\"LineString\",\"coordinates\":[[1,2]",
            ",[12.3456789,-1.2345678]"),
        Arguments.of(GEOJSON, "{\"features\":[{\"properties\":{\"a\":\"", "abc"),
        Arguments.of(GEOJSON, "{\"features\":[{\"properties\":{\"a\":[{}", ",{}"),
        Arguments.of(GEOJSON, "{\"features\":[{\"properties\":{\"a", "a"),
        Arguments.of(GEOJSON, "{\"type\":\"GeometryCollection\",\"geometries\":[", POINT + ","),
        Arguments.of(GEOJSON, "{\"foreign\":[0", ",0"),
        Arguments.of(GEOJSON, "{\"a\":1", " "),
        Arguments.of(GML, "<a", "a"),
        Arguments.of(GML, "<a b='", "x"),
        Arguments.of(GML, "<!--", "x"),
        Arguments.of(GML, MEMBER + "<d:p>", "x"),
        Arguments.of(GML, MEMBER, "<d:p/>"),
        Arguments.of(GML, MEMBER + "<d:g><gml:LineString><gml:posList>", "1 2 "),
        Arguments.of(GML, MEMBER + "<d:g><gml:LineString>", "<gml:pos>1 2</gml:pos>"),
        Arguments.of(GML, MEMBER + "<d:g><gml:MultiPoint><gml:pointMember/>", "<!-- -->"));
  }

  private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[1,2]}";

  @ParameterizedTest
  @MethodSource("hugeThings")
  void whatIsTooLargeForMemoryIsRefusedWithASentence(
      FeatureFormat format, String begin, String more) {
    RepeatedBytes endless = new RepeatedBytes(more.repeat(1_000), Long.MAX_VALUE);
    assertThatThrownBy(() -> format.read(document(begin, endless), feature -> {}))
        .isInstanceOf(MalformedDataException.class)
        .message()
        .containsAnyOf("larger than", "longer than", "limit")
        .hasSizeLessThan(500);
    assertThat(endless.count()).isLessThanOrEqualTo(FeatureBudget.MAX_BYTES.get() + 100_000);
  }

  @Test
  void aCollectionMayBeAsLargeAsItLikes() throws IOException {
    String feature = FEATURE + POINT + "},";
    long times = 5 * FeatureBudget.MAX_BYTES.get() / (feature.length() * 1_000L);
    InputStream document =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes("{\"type\":\"FeatureCollection\",\"features\":["),
                    new RepeatedBytes(feature.repeat(1_000), times),
                    bytes(FEATURE + "null}]}"))));
    AtomicLong count = new AtomicLong();
    GEOJSON.read(document, it -> count.incrementAndGet());
    assertThat(count).hasValue(times * 1_000 + 1);
  }

  @Test
  void theRefusalTellsAfterWhichFeature() {
    String two = FEATURE + "null}," + FEATURE + "null},";
    InputStream document =
        document(
            "{\"features\":[" + two + "{\"properties\":{\"a\":[0",
            new RepeatedBytes(",0".repeat(1_000), Long.MAX_VALUE));
    assertThatThrownBy(() -> GEOJSON.read(document, feature -> {}))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            e -> {
              assertThat(e).hasMessageStartingWith("After feature 2: One feature");
              assertThat(e.isTooLarge()).isTrue();
            });
  }

  @Test
  void aSmallerBudgetIsObeyed() throws IOException {
    FeatureBudget budget = new FeatureBudget(bytes("x".repeat(2_000)), 1_000);
    assertThat(budget.readNBytes(1_000)).hasSize(1_000);
    assertThatThrownBy(budget::read).isInstanceOf(MalformedDataException.class);
  }

  private static InputStream document(String begin, InputStream rest) {
    return new SequenceInputStream(bytes(begin), rest);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
