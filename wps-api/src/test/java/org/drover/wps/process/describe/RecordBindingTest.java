package org.drover.wps.process.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.InvalidInputException;
import org.junit.jupiter.api.Test;

class RecordBindingTest {

  enum Colour {
    RED,
    BLUE
  }

  record In(
      String name, double size, Optional<Colour> colour, List<Colour> more, List<Double> sizes) {
    In {
      if (size < 0) {
        throw new InvalidInputException("size", "below 0");
      }
    }
  }

  record Out(String name, Optional<Integer> count, Optional<String> note) {}

  @Test
  void valuesBecomeComponents() {
    In in =
        RecordBinding.bind(
            In.class,
            Map.of(
                "name", List.of("a"),
                "size", List.of(2.5),
                "colour", List.of("BLUE"),
                "more", List.of("RED", Colour.BLUE),
                "sizes", List.of(1.0, 2.0)));

    assertThat(in)
        .isEqualTo(
            new In(
                "a",
                2.5,
                Optional.of(Colour.BLUE),
                List.of(Colour.RED, Colour.BLUE),
                List.of(1.0, 2.0)));
  }

  @Test
  void absentValuesAreEmpty() {
    In in = RecordBinding.bind(In.class, Map.of("name", List.of("a"), "size", List.of(1.0)));

    assertThat(in).isEqualTo(new In("a", 1.0, Optional.empty(), List.of(), List.of()));
  }

  @Test
  void aMissingValueIsNamed() {
    assertThatThrownBy(() -> RecordBinding.bind(In.class, Map.of("name", List.of("a"))))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("size"));
  }

  @Test
  void aRefusalOfTheRecordIsPassedOn() {
    assertThatThrownBy(
            () -> RecordBinding.bind(In.class, Map.of("name", List.of("a"), "size", List.of(-1.0))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("below 0");
  }

  @Test
  void emptyOutputsAreLeftOut() {
    assertThat(RecordBinding.unbind(new Out("a", Optional.of(3), Optional.empty())))
        .isEqualTo(Map.of("name", "a", "count", 3));
  }
}
