package org.drover.wps.execution.request;

import java.util.HashMap;
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
 * @param notes what the protocol needs to remember for its answer, such as {@code lineage}, and
 *     {@link #PRIORITY}
 * @param options what is wanted beside the result; not stored
 */
public record ExecuteRequest(
    String process,
    List<Input> inputs,
    List<OutputRequest> outputs,
    Mode mode,
    boolean raw,
    Map<String, String> notes,
    ExecuteOptions options) {

  /** Key of the note that says how urgent the job is, a whole number. */
  public static final String PRIORITY = "priority";

  public ExecuteRequest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = Map.copyOf(notes);
    options = options == null ? ExecuteOptions.NONE : options; // rows of an older version
  }

  /** A request without options. */
  public ExecuteRequest(
      String process,
      List<Input> inputs,
      List<OutputRequest> outputs,
      Mode mode,
      boolean raw,
      Map<String, String> notes) {
    this(process, inputs, outputs, mode, raw, notes, ExecuteOptions.NONE);
  }

  /** The same request with other options. */
  public ExecuteRequest with(ExecuteOptions other) {
    return new ExecuteRequest(process, inputs, outputs, mode, raw, notes, other);
  }

  /** The same request with other inputs. */
  public ExecuteRequest with(List<Input> others) {
    return new ExecuteRequest(process, others, outputs, mode, raw, notes, options);
  }

  /**
   * Whether outputs are to be kept although the client waits for them. Not called "is", which would
   * make it a property of the stored request and of its digest.
   */
  public boolean keepsOutputs() {
    return outputs.stream().anyMatch(OutputRequest::asReference);
  }

  /** How urgent the job is: 0 unless the client says otherwise. */
  public int priority() {
    return Integer.parseInt(notes.getOrDefault(PRIORITY, "0"));
  }

  /** The same request of another urgency. */
  public ExecuteRequest withPriority(int priority) {
    Map<String, String> more = new HashMap<>(notes);
    more.put(PRIORITY, Integer.toString(priority));
    return new ExecuteRequest(process, inputs, outputs, mode, raw, more, options);
  }
}
