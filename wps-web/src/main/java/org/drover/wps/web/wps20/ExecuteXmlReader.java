package org.drover.wps.web.wps20;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.data.Input;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.InputLimits;
import org.drover.wps.web.ows.NamespaceScope;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlElements;

/**
 * Reads wps:Execute (14-065r2 §9.5) in one pass. The process is looked up as soon as it is named,
 * so that a request for none is refused before its data arrives.
 */
final class ExecuteXmlReader {

  private static final int LONGEST_NAME = 1000;
  private static final int MOST_OUTPUTS = 1000;

  private final XmlElements xml;
  private final Function<String, ProcessDescription> processes;
  private final Intake intake;
  private final InputLimits limits;

  /**
   * @param xml on the root element
   * @param processes finds a process or throws
   */
  ExecuteXmlReader(
      XmlElements xml,
      Function<String, ProcessDescription> processes,
      Intake intake,
      InputLimits limits) {
    this.xml = xml;
    this.processes = processes;
    this.intake = intake;
    this.limits = limits;
  }

  ExecuteRequest read() throws XMLStreamException {
    NamespaceScope scope = NamespaceScope.NONE.within(xml.reader());
    Mode mode = xml.find("mode").map(ExecuteXmlReader::mode).orElse(Mode.AUTO);
    boolean raw = xml.find("response").map(ExecuteXmlReader::isRaw).orElse(false);
    Optional<ProcessDescription> process = Optional.empty();
    List<Input> inputs = new ArrayList<>();
    List<OutputRequest> outputs = new ArrayList<>();
    while (xml.nextChild()) {
      if (xml.is("Extension")) {
        xml.skip();
      } else if (xml.is("Identifier") && process.isEmpty()) {
        process = Optional.of(processes.apply(xml.text(LONGEST_NAME, "Identifier").trim()));
      } else if (xml.is("Input")) {
        inputs.add(new InputReader(xml, named(process), intake, limits).read(scope));
      } else if (xml.is("Output") && outputs.size() < MOST_OUTPUTS) {
        outputs.addAll(new OutputReader(xml, named(process)).read());
      } else {
        throw xml.unexpected();
      }
    }
    List<OutputRequest> wanted = raw ? List.of(onlyOne(named(process), outputs)) : outputs;
    return new ExecuteRequest(named(process).id(), inputs, wanted, mode, raw, Map.of());
  }

  private static ProcessDescription named(Optional<ProcessDescription> process) {
    return process.orElseThrow(() -> OwsException.missing("Identifier"));
  }

  /** The schema wants a mode; who leaves it out gets what suits the process. */
  private static Mode mode(String text) {
    return switch (text) {
      case "sync" -> Mode.SYNC;
      case "async" -> Mode.ASYNC;
      case "auto" -> Mode.AUTO;
      default ->
          throw OwsException.invalid("mode", "mode is sync, async or auto, not '" + text + "'.");
    };
  }

  private static boolean isRaw(String text) {
    return switch (text) {
      case "raw" -> true;
      case "document" -> false;
      default ->
          throw OwsException.invalid(
              "response", "response is raw or document, not '" + text + "'.");
    };
  }

  /** Raw is the value of a single output; how it is transmitted does not count then. */
  private static OutputRequest onlyOne(ProcessDescription process, List<OutputRequest> outputs) {
    List<String> ids =
        outputs.isEmpty()
            ? ids(process.leafOutputs())
            : outputs.stream().flatMap(it -> leaves(process, it.id())).toList();
    if (ids.size() > 1) {
      throw new WpsException(
          Fault.TOO_MANY_OUTPUTS,
          String.join(",", ids),
          "response=raw gives one output: name one, or ask for response=document.");
    }
    return outputs.isEmpty() ? OutputRequest.of(ids.get(0)) : byValue(outputs.get(0));
  }

  private static List<String> ids(List<OutputDescription> outputs) {
    return outputs.stream().map(OutputDescription::id).toList();
  }

  /** One that is unknown counts for itself; it is refused later. */
  private static Stream<String> leaves(ProcessDescription process, String id) {
    List<String> leaves = ids(process.leafOutputs(id));
    return leaves.isEmpty() ? Stream.of(id) : leaves.stream();
  }

  private static OutputRequest byValue(OutputRequest it) {
    return new OutputRequest(
        it.id(), it.format(), it.unit(), false, Optional.empty(), Optional.empty());
  }
}
