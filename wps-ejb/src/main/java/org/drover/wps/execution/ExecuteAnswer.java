package org.drover.wps.execution;

import java.util.List;
import org.drover.wps.data.Output;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.process.describe.ProcessDescription;

/** How an Execute went. Close it once the answer is written: outputs may lie in temporary files. */
public sealed interface ExecuteAnswer extends AutoCloseable {

  ProcessDescription process();

  @Override
  void close();

  /** Done at once; the outputs wanted, in the order wanted. */
  record Finished(
      ProcessDescription process, ExecuteRequest request, List<Output> outputs, Runnable cleanUp)
      implements ExecuteAnswer {
    public Finished {
      outputs = List.copyOf(outputs);
    }

    @Override
    public void close() {
      cleanUp.run();
    }
  }

  /** A job was accepted, and is already stored. (A finished one, when outputs were to be kept.) */
  record Accepted(ProcessDescription process, JobView view) implements ExecuteAnswer {
    @Override
    public void close() {}
  }
}
