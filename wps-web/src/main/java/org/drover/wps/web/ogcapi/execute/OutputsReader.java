package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.drover.wps.web.ogcapi.execute.ExecuteDocument.WantedOutput;

/** Reads which outputs are wanted, and how (18-062r2, output.yaml). */
final class OutputsReader {

  private OutputsReader() {}

  /** None named, or none at all, means all (§7.9.1). */
  static List<WantedOutput> read(JsonNode outputs) {
    if (!outputs.isObject()) {
      throw ProblemException.unreadable(
          "outputs is an object whose members are named for outputs, such as {\"result\": {}}.");
    }
    List<WantedOutput> wanted = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : outputs.properties()) {
      wanted.add(one(each.getKey(), each.getValue()));
    }
    return wanted;
  }

  private static WantedOutput one(String id, JsonNode output) {
    if (!output.isObject()) {
      throw refused(id, "is asked for with an object, such as {\"transmissionMode\": \"value\"}.");
    }
    OutputRequest request =
        new OutputRequest(
            id,
            format(output.path("format")),
            Optional.ofNullable(output.path("uom").textValue()),
            false,
            Optional.empty(),
            Optional.empty());
    return new WantedOutput(request, transmission(id, output.path("transmissionMode")));
  }

  private static DeclaredFormat format(JsonNode format) {
    return format(format, "mediaType");
  }

  /**
   * A format as a member of something.
   *
   * @param mediaType name of the member that holds the media type
   */
  static DeclaredFormat format(JsonNode format, String mediaType) {
    return DeclaredFormat.of(
        format.path(mediaType).textValue(),
        format.path("encoding").textValue(),
        format.path("schema").textValue());
  }

  private static Optional<Boolean> transmission(String id, JsonNode mode) {
    if (mode.isMissingNode()) {
      return Optional.empty();
    }
    return switch (mode.asText()) {
      case "value" -> Optional.of(false);
      case "reference" -> Optional.of(true);
      default -> throw refused(id, "is given with transmissionMode \"value\" or \"reference\".");
    };
  }

  private static WpsException refused(String id, String what) {
    return new WpsException(Fault.STORAGE_NOT_SUPPORTED, id, "Output '" + id + "' " + what);
  }
}
