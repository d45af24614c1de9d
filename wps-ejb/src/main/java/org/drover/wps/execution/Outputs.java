package org.drover.wps.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputEncoder;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Turns what a process gives into the outputs a client wants. */
final class Outputs {

  private Outputs() {}

  /**
   * Encodes the outputs wanted, in the order wanted; all that were made, if none is named.
   *
   * @param folder where large outputs are put
   */
  static List<Output> encode(
      ProcessDescription process, ExecuteRequest request, Map<String, Object> values, Path folder)
      throws IOException {
    List<Output> outputs = new ArrayList<>();
    for (OutputRequest wanted : wanted(process, request)) {
      OutputDescription description =
          process.findOutput(wanted.id()).orElseThrow(IllegalStateException::new);
      Object value = values.get(wanted.id());
      if (value != null) {
        Path file = folder.resolve("output-" + outputs.size());
        outputs.add(OutputEncoder.encode(description, wanted, value, file));
      }
    }
    return outputs;
  }

  private static List<OutputRequest> wanted(ProcessDescription process, ExecuteRequest request) {
    return request.outputs().isEmpty()
        ? process.outputs().stream().map(it -> OutputRequest.of(it.id())).toList()
        : request.outputs();
  }
}
