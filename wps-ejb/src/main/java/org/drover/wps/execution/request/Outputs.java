package org.drover.wps.execution.request;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputEncoder;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.process.describe.IdPath;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Turns what a process gives into the outputs a client wants. */
public final class Outputs {

  private Outputs() {}

  /**
   * Encodes the outputs wanted, in the order wanted; all that were made, if none is named. Of a
   * group its leaves are encoded, each with its path for an identifier.
   *
   * @param folder where large outputs are put
   */
  public static List<Output> encode(
      ProcessDescription process, ExecuteRequest request, Map<String, Object> values, Path folder)
      throws IOException {
    List<Output> outputs = new ArrayList<>();
    for (OutputRequest wanted : wanted(process, request)) {
      for (OutputDescription leaf : process.leafOutputs(wanted.id())) {
        Optional<Object> value = find(values, leaf.id());
        if (value.isPresent()) {
          Path file = folder.resolve("output-" + outputs.size());
          outputs.add(OutputEncoder.encode(leaf, wanted.forLeaf(leaf.id()), value.get(), file));
        }
      }
    }
    return outputs;
  }

  private static List<OutputRequest> wanted(ProcessDescription process, ExecuteRequest request) {
    return request.outputs().isEmpty()
        ? process.outputs().stream().map(it -> OutputRequest.of(it.id())).toList()
        : request.outputs();
  }

  private static Optional<Object> find(Map<?, ?> values, String path) {
    Object found = values;
    for (String id : IdPath.split(path)) {
      found = found instanceof Map<?, ?> members ? members.get(id) : null;
    }
    return Optional.ofNullable(found);
  }
}
