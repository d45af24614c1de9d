package org.drover.wps.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OutputNodeTest {

  @Test
  void outputsComeIntoTheirGroupsWhereTheFirstOfEachWas() {
    assertThat(OutputNode.of(List.of("z/a", "text", "z/b/c", "z/b/d"), Function.identity()))
        .isEqualTo(
            List.of(
                new OutputNode.Group<>(
                    "z",
                    List.of(
                        new OutputNode.Leaf<>("a", "z/a"),
                        new OutputNode.Group<>(
                            "b",
                            List.of(
                                new OutputNode.Leaf<>("c", "z/b/c"),
                                new OutputNode.Leaf<>("d", "z/b/d"))))),
                new OutputNode.Leaf<>("text", "text")));
  }

  @Test
  void anOutputAskedForTwiceIsThereTwice() {
    assertThat(OutputNode.of(List.of("a", "a"), Function.identity())).hasSize(2);
  }
}
