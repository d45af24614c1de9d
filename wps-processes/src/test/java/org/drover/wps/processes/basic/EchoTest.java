package org.drover.wps.processes.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.drover.wps.process.Execution;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.Test;

class EchoTest {

  @Test
  void allInputsComeBack() {
    ComplexData data = ComplexData.of(Format.BINARY, new byte[] {1, 2});
    BoundingBox box = new BoundingBox(List.of(7.0, 50.0), List.of(8.0, 51.0), "EPSG:4326");
    Echo.In in =
        new Echo.In(Optional.of("hello"), Optional.of(2.5), Optional.of(data), Optional.of(box));

    assertThat(new Echo().run(in, Execution.none()))
        .isEqualTo(new Echo.Out(in.text(), in.number(), in.data(), in.box()));
  }

  @Test
  void nothingToEchoIsRefused() {
    assertThatThrownBy(
            () ->
                new Echo.In(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least one");
  }
}
