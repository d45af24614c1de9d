package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.Execute20;
import org.drover.wps.it.client.Job20;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nested inputs and outputs of a partitioned job, seen by a protocol that nests and one that
 * cannot.
 */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class NestedJobIT {

  private static final String TOWNS =
      "{\"type\":\"FeatureCollection\",\"features\":["
          + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"Bonn\"}},"
          + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"Celle\"}},"
          + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}]}";

  private final WpsClient wps;
  private final DataServer data;

  NestedJobIT(WpsClient wps, DataServer data) {
    this.wps = wps;
    this.data = data;
  }

  private static String member(String id, String value) {
    return "<wps:Input id=\"" + id + "\"><wps:Data>" + value + "</wps:Data></wps:Input>";
  }

  @Test
  @Holds("C7.2")
  void aJobWithGroupsIsToldOfInBothVersions() {
    Object value = data.serve("/nested/letter.txt", "text/plain", "o");
    Execute20 request =
        Execute20.of("select-features")
            .as("async", "document")
            .data("features", "mimeType=\"application/geo+json\"", TOWNS)
            .input(
                "conditions",
                member("property", "name")
                    + member("comparison", "CONTAINS")
                    + "<wps:Input id=\"value\"><wps:Reference xlink:href=\""
                    + value
                    + "\"/></wps:Input>")
            .input("conditions", member("property", "name") + member("comparison", "PRESENT"))
            .raw(
                "<wps:Output id=\"counts\"><wps:Output id=\"others\" transmission=\"reference\"/>"
                    + "</wps:Output>")
            .output("selection");
    Job20 job = Job20.start(wps, request);

    Answer result = job.result().ok();
    assertThat(result.value("//wps2:Output[@id='selection']/wps2:Data")).contains("Bonn");
    String others =
        result.value(
            "/wps2:Result/wps2:Output[@id='counts']/wps2:Output[@id='others']/wps2:Reference"
                + "/@xlink:href");
    assertThat(wps.get(others).text()).isEqualTo("2");

    Answer old = wps.at("/wps/1.0.0/status").query("id=" + job.id()).succeeded();
    assertThat(old.values("//wps:Output/ows:Identifier"))
        .containsExactly("counts/others", "selection");
    assertThat(old.value("//wps:Output[ows:Identifier='counts/others']/wps:Reference/@href"))
        .isEqualTo(others);
  }
}
