package org.drover.wps.it;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code docs/conformance.md}. */
final class ConformanceDocument {

  private static final String HEAD =
      """
      # Conformance

      Each numbered requirement on the protocols, and the tests that hold it. The tests run in the real server, over HTTP, and
      validate each answer: XML against the schemas of OGC, JSON against the API definition the server publishes.

      Written by `RequirementsTest`, which fails when a requirement has no test, or when this page tells anything else
      than the annotations `@Holds` of the tests in `wps-ear/src/test/java/org/drover/wps/it`. Details and choices are in
      [wps10.md](wps10.md), [wps20.md](wps20.md), [ogcapi.md](ogcapi.md) and [soap.md](soap.md).

      ## For the test suites of OGC

          ./drover run -Ddrover.conformance.processes=true -Ddrover.anonymous.list-jobs=true

      | suite | address | process |
      |---|---|---|
      | WPS 1.0.0 | `http://localhost:8080/wps/1.0.0?service=WPS&request=GetCapabilities` | any |
      | WPS 2.0 | `http://localhost:8080/wps/2.0.0?service=WPS&request=GetCapabilities` | `org.n52.javaps.test.EchoProcess` |
      | OGC API - Processes | `http://localhost:8080/ogcapi` | `conformance-echo` |
      """;

  private static final Map<String, String> CHAPTERS = chapters();

  private ConformanceDocument() {}

  private static Map<String, String> chapters() {
    Map<String, String> chapters = new LinkedHashMap<>();
    chapters.put("X", "All protocols");
    chapters.put("B8", "SOAP and WSDL for WPS 1.0.0");
    chapters.put("B", "WPS 1.0.0 (OGC 05-007r7)");
    chapters.put("C", "WPS 2.0.2 (OGC 14-065r2)");
    chapters.put("D6", "Of the draft of OGC API - Processes 2.0, where it does not contradict 1.0");
    chapters.put("D", "OGC API - Processes - Part 1: Core, 1.0 (OGC 18-062r2)");
    chapters.put("E", "Part 2: Deploy, Replace, Undeploy (draft)");
    chapters.put("G", "Part 4: Job Management (draft)");
    return chapters;
  }

  static String of(List<Requirement> requirements, Map<String, List<String>> tests) {
    StringBuilder text = new StringBuilder(HEAD);
    String chapter = "";
    for (Requirement each : requirements) {
      String next = chapter(each.id());
      if (!next.equals(chapter)) {
        text.append("\n## ").append(next).append("\n\n| | | held by |\n|---|---|---|\n");
      }
      chapter = next;
      text.append("| %s | %s | %s |\n".formatted(each.id(), each.text(), holders(each, tests)));
    }
    return text.toString();
  }

  private static String chapter(String id) {
    return CHAPTERS.entrySet().stream()
        .filter(it -> id.startsWith(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no chapter for " + id));
  }

  private static String holders(Requirement requirement, Map<String, List<String>> tests) {
    return requirement.isOffered()
        ? "`" + String.join("`<br>`", tests.getOrDefault(requirement.id(), List.of())) + "`"
        : "not offered";
  }
}
