package org.drover.wps.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.Execution;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.OutputDescription;

/** The formats the outputs of one run are to have, and the files they go to. */
final class OutputFormats {

  private final CommandDefinition command;
  private final Map<String, Format> formats = new HashMap<>();

  OutputFormats(CommandDefinition command, Execution execution) {
    this.command = command;
    for (OutputDescription output : command.description().outputs()) {
      if (output.data() instanceof DataDescription.Complex complex) {
        formats.put(
            output.id(),
            execution.wantedFormat(output.id()).orElseGet(() -> complex.formats().get(0)));
      }
    }
  }

  /** The format of an output that is complex data. */
  Format of(String output) {
    return formats.get(output);
  }

  /** Name of the file an output goes to, in the work folder. */
  String fileName(String output) {
    return command
        .files()
        .get(output)
        .file()
        .orElseGet(
            () ->
                formats.containsKey(output)
                    ? output + command.formats().ending(output, of(output))
                    : output + ".txt");
  }

  /** What placeholders of outputs stand for. */
  Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new HashMap<>();
    for (OutputDescription output : command.description().outputs()) {
      texts.put(output.id() + ".path", List.of(fileName(output.id())));
      if (formats.containsKey(output.id())) {
        texts.put(
            output.id() + ".format", List.of(command.formats().name(output.id(), of(output.id()))));
      }
    }
    return texts;
  }
}
