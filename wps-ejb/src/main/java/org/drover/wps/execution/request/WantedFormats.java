package org.drover.wps.execution.request;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.FormatMatch;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.process.Execution;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * An execution that also knows what its request says of outputs.
 *
 * @param requests checked; empty when all outputs are wanted as the process likes
 */
public record WantedFormats(Execution run, ProcessDescription process, List<OutputRequest> requests)
    implements Execution {

  @Override
  public void progress(double percent, String message) {
    run.progress(percent, message);
  }

  @Override
  public void checkStopped() {
    run.checkStopped();
  }

  @Override
  public Path scratch() {
    return run.scratch();
  }

  @Override
  public Path log() {
    return run.log();
  }

  @Override
  public Optional<Format> wantedFormat(String output) {
    return requests.stream()
        .filter(it -> it.id().equals(output) && !it.format().isNone())
        .findFirst()
        .flatMap(it -> resolve(it, output));
  }

  private Optional<Format> resolve(OutputRequest request, String output) {
    return process
        .findOutput(output)
        .filter(it -> it.data() instanceof DataDescription.Complex)
        .flatMap(
            it ->
                FormatMatch.resolve(
                    ((DataDescription.Complex) it.data()).formats(), request.format()));
  }
}
