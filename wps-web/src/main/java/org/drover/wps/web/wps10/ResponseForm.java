package org.drover.wps.web.wps10;

import java.util.List;
import java.util.Map;
import org.drover.wps.data.Input;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.OwsException;

/**
 * How a client wants the answer (05-007r7 §10.2.1, wps:ResponseForm).
 *
 * @param outputs those wanted; empty for all
 * @param raw whether the one output is wanted bare
 * @param store storeExecuteResponse
 * @param lineage whether the response repeats inputs and outputs
 * @param status whether the stored document tells the progress
 */
record ResponseForm(
    List<OutputRequest> outputs, boolean raw, boolean store, boolean lineage, boolean status) {

  /** A document with all outputs, at once. */
  static final ResponseForm DEFAULT = new ResponseForm(List.of(), false, false, false, false);

  ResponseForm {
    outputs = List.copyOf(outputs);
  }

  /** Refuses what contradicts itself or what the process does not offer. */
  ResponseForm checked(ProcessDescription process) {
    if (raw && store) {
      throw OwsException.invalid(
          "storeExecuteResponse", "Raw output is not stored. Ask for a ResponseDocument instead.");
    }
    if (status && !store) {
      throw OwsException.invalid(
          "status", "status=true needs storeExecuteResponse=true: only a stored document changes.");
    }
    boolean reference = outputs.stream().anyMatch(OutputRequest::asReference);
    if ((store || reference) && !process.allows(JobControl.ASYNC_EXECUTE)) {
      throw new OwsException(
          new OwsError(
              "StorageNotSupported",
              null,
              "Process " + process.id() + " stores nothing. Execute it without storing.",
              400));
    }
    return this;
  }

  ExecuteRequest request(String process, List<Input> inputs, String language) {
    return new ExecuteRequest(
        process,
        inputs,
        outputs,
        store ? Mode.ASYNC : Mode.SYNC,
        raw,
        Map.of(
            Wps10.LINEAGE,
            Boolean.toString(lineage),
            Wps10.INPUTS,
            Integer.toString(inputs.size()),
            Wps10.LANGUAGE,
            language));
  }
}
