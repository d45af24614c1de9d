package org.drover.wps.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Turns the value of an output into what the client asked for. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class OutputEncoder {

  private OutputEncoder() {}

  /**
   * Checks what a client asks for, before anything is run.
   *
   * @throws org.drover.wps.error.WpsException NO_SUCH_OUTPUT or UNSUPPORTED_FORMAT; locator: the
   *     output
   */
  public static void check(ProcessDescription process, List<OutputRequest> requests) {
    throw new IllegalStateException("being built");
  }

  /**
   * Encodes one output.
   *
   * @param value as the process gave it
   * @param file where the bytes go when they are many; its folder exists or can be made
   */
  public static Output encode(
      OutputDescription output, OutputRequest request, Object value, Path file) throws IOException {
    throw new IllegalStateException("being built");
  }
}
