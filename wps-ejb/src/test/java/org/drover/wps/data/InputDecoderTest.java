package org.drover.wps.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputDecoderTest {

  private static final Format TIFF = Format.of("image/tiff");

  @TempDir private Path folder;

  @Test
  void aProcessFindsTheFileOfItsData() throws IOException {
    Path file = Files.writeString(folder.resolve("in"), "raster");
    ComplexData data = (ComplexData) decode(raster(), new Content.InFile(file, 6));
    assertThat(data.findFile()).contains(file);
    assertThat(data.length()).isEqualTo(6);
    assertThat(data.format()).isEqualTo(TIFF);
  }

  @Test
  void dataInMemoryHasNoFile() throws IOException {
    ComplexData data =
        (ComplexData) decode(raster(), new Content.InMemory("raster".getBytes(UTF_8)));
    assertThat(data.findFile()).isEmpty();
    assertThat(new String(data.open().readAllBytes(), UTF_8)).isEqualTo("raster");
  }

  @Test
  void aFeatureTooLargeForMemoryIsToldAsTooLarge() {
    String endless = "{\"features\":[{\"properties\":{\"" + "a".repeat(20_000) + "\":1}}]}";
    assertThatThrownBy(() -> decode(features(), new Content.InMemory(endless.getBytes(UTF_8))))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.SIZE_EXCEEDED);
              assertThat(e.locator()).contains("in");
            });
  }

  private Object decode(InputDescription input, Content content) throws IOException {
    return InputDecoder.decode(input, new InputValue.Complex(DeclaredFormat.NONE, content), folder);
  }

  private static InputDescription raster() {
    return input(ComplexData.class, TIFF);
  }

  private static InputDescription features() {
    return input(FeatureCollection.class, Format.GEOJSON);
  }

  private static InputDescription input(Class<?> type, Format format) {
    return new InputDescription(
        "in",
        Texts.titled("In"),
        1,
        1,
        new DataDescription.Complex(List.of(format), OptionalLong.empty()),
        type);
  }
}
