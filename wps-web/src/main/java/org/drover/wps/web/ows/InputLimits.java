package org.drover.wps.web.ows;

import java.nio.file.Path;
import java.util.Optional;
import org.drover.wps.config.Setting;
import org.drover.wps.data.Content;
import org.drover.wps.data.Spool;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/** What one request may take: memory for all its small values together, bytes for each large. */
public final class InputLimits {

  /** Largest complex value inside a request, in bytes, where its process says nothing. */
  public static final Setting<Long> MAXIMUM_BYTES =
      Setting.number("drover.inline.maximum-bytes", 5_000_000_000L);

  /** Longest literal, in characters. */
  public static final int LONGEST_LITERAL = 1 << 20;

  private static final int MEMORY = 1 << 24;
  private static final int MOST_INPUTS = 20_000;

  private final long maximumBytes;
  private int memory = MEMORY;
  private int inputs;

  public InputLimits(long maximumBytes) {
    this.maximumBytes = maximumBytes;
  }

  public static InputLimits fromSettings() {
    return new InputLimits(MAXIMUM_BYTES.get());
  }

  /** Counts one more input. */
  public void countInput(String id) {
    if (++inputs > MOST_INPUTS) {
      throw new WpsException(
          Fault.TOO_MANY_INPUTS, id, "A request has at most " + MOST_INPUTS + " inputs.");
    }
  }

  /** Takes memory for a small value of this input. */
  public void takeMemory(String id, int size) {
    memory -= size;
    if (memory < 0) {
      throw new WpsException(
          Fault.SIZE_EXCEEDED, id, "The small values of the request are too large together.");
    }
  }

  /** Where a complex value goes. */
  public Spool spool(Path file, Optional<InputDescription> input, String id) {
    return new Spool(file, maximum(input), id, Math.min(Spool.MEMORY_LIMIT, memory));
  }

  /** Counts what a finished spool holds in memory. */
  public Content kept(Content content) {
    if (content instanceof Content.InMemory small) {
      memory -= (int) small.length();
    }
    return content;
  }

  private long maximum(Optional<InputDescription> input) {
    return input
        .map(InputDescription::data)
        .filter(DataDescription.Complex.class::isInstance)
        .map(data -> ((DataDescription.Complex) data).maximumBytes().orElse(maximumBytes))
        .orElse(maximumBytes);
  }
}
