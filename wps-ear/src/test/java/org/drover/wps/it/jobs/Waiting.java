package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;

/** Executes of wait-in-parts, whose outputs prove that no item was left out or done twice. */
final class Waiting {

  private Waiting() {}

  static ExecuteXml inParts(String process, int parts, int items, int milliseconds) {
    return ExecuteXml.of(process)
        .literal("parts", parts)
        .literal("items", items)
        .literal("millisecondsPerItem", milliseconds)
        .async();
  }

  static void assertEachItemOnce(Answer end, int parts, int items) {
    long all = (long) parts * items;
    assertThat(end.succeeded().literal("count")).isEqualTo(Long.toString(all));
    assertThat(end.literal("sum")).isEqualTo(Long.toString(all * (all - 1) / 2));
    assertThat(end.literal("runs")).isEqualTo("0-" + (all - 1));
  }
}
