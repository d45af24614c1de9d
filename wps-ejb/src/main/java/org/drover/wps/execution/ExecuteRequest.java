package org.drover.wps.execution;

import java.util.List;
import java.util.Map;
import org.drover.wps.data.Input;
import org.drover.wps.data.OutputRequest;

/**
 * What a client wants run, in the terms of no protocol. Stored with the job, so that any node can
 * run it and any protocol can show it.
 *
 * @param process identifier of the process
 * @param inputs in the order received
 * @param outputs the outputs wanted; empty for all in their default formats
 * @param raw whether the single output alone is wanted instead of a document
 * @param notes what the protocol needs to remember for its answer, such as {@code lineage}
 */
public record ExecuteRequest(
    String process,
    List<Input> inputs,
    List<OutputRequest> outputs,
    Mode mode,
    boolean raw,
    Map<String, String> notes) {
  public ExecuteRequest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = Map.copyOf(notes);
  }
}
