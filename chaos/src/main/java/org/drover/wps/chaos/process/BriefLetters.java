package org.drover.wps.chaos.process;

import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;

/** Makes an output of a given size, which is kept for five seconds. */
@ProcessInfo(id = "brief-letters", title = "Brief letters", version = "1.0.0", keep = "PT5S")
public final class BriefLetters implements DirectProcess<BriefLetters.In, BriefLetters.Out> {

  /** How much. */
  public record In(
      @Title("Name of the job") String tag, @Title("Size in bytes") @Min(0) int size) {}

  /** That much. */
  public record Out(
      @Title("Letters") @Formats(@Encoded(mediaType = "text/plain")) ComplexData letters) {}

  @Override
  public Out run(In in, Execution execution) throws IOException {
    return new Out(
        ComplexData.of(
            Format.TEXT, Traces.letters(execution.scratch().resolve("letters"), in.size())));
  }
}
