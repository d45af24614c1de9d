package org.drover.wps.web.ogcapi.execute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.Input;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * A request as read (18-062r2, execute.yaml).
 *
 * @param outputs as named; empty for all
 * @param response raw or document; empty when it is left to the server
 */
public record ExecuteDocument(
    List<Input> inputs,
    List<WantedOutput> outputs,
    Optional<Response> response,
    Subscriber subscriber) {

  /** Note of a request that left the form of its response to the server. */
  public static final String NEGOTIABLE = "ogcapi.negotiable";

  /** Forms of a response. */
  public enum Response {
    RAW,
    DOCUMENT
  }

  /**
   * An output that is named.
   *
   * @param asReference empty when the request does not say
   */
  public record WantedOutput(OutputRequest request, Optional<Boolean> asReference) {

    OutputRequest with(boolean referenceOtherwise) {
      return new OutputRequest(
          request.id(),
          request.format(),
          request.unit(),
          asReference.orElse(referenceOtherwise),
          request.title(),
          request.summary());
    }
  }

  /** Addresses that want to hear of the job. */
  public record Subscriber(
      Optional<String> success, Optional<String> inProgress, Optional<String> failed) {

    public static final Subscriber NOBODY =
        new Subscriber(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ExecuteDocument {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * The request in the terms of no protocol.
   *
   * @param references whether outputs are given by reference where it is not said
   */
  public ExecuteRequest request(ProcessDescription process, Mode mode, boolean references) {
    Map<String, String> notes = new HashMap<>();
    if (response.isEmpty()) {
      notes.put(NEGOTIABLE, "true");
    }
    boolean raw = response.filter(Response.DOCUMENT::equals).isEmpty();
    return new ExecuteRequest(process.id(), inputs, wanted(process, references), mode, raw, notes);
  }

  private List<OutputRequest> wanted(ProcessDescription process, boolean references) {
    List<WantedOutput> named =
        outputs.isEmpty() && references
            ? process.outputs().stream()
                .map(OutputDescription::id)
                .map(ExecuteDocument::any)
                .toList()
            : outputs;
    return named.stream().map(it -> it.with(references)).toList();
  }

  private static WantedOutput any(String id) {
    return new WantedOutput(OutputRequest.of(id), Optional.empty());
  }
}
