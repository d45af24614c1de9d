package org.drover.wps.web.wps10;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.Input;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.InputLimits;
import org.drover.wps.web.ows.NamespaceScope;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlElements;

/**
 * Reads wps:Execute (05-007r7 §10.2.1) in one pass. The process is looked up as soon as it is
 * named, so that a request for none is refused before its data arrives.
 */
final class ExecuteXmlReader {

  private static final int LONGEST_NAME = 1000;

  private final XmlElements xml;
  private final Function<String, ProcessDescription> processes;
  private final Intake intake;
  private final InputLimits limits;

  /**
   * @param reader on the root element
   * @param processes finds a process or throws
   */
  ExecuteXmlReader(
      XMLStreamReader reader,
      Function<String, ProcessDescription> processes,
      Intake intake,
      InputLimits limits) {
    this.xml = new XmlElements(reader, Wps10.SCHEMA);
    this.processes = processes;
    this.intake = intake;
    this.limits = limits;
  }

  ExecuteRequest read(String language) throws XMLStreamException {
    NamespaceScope scope = NamespaceScope.NONE.within(xml.reader());
    Optional<ProcessDescription> process = Optional.empty();
    List<Input> inputs = List.of();
    ResponseForm form = ResponseForm.DEFAULT;
    while (xml.nextChild()) {
      if (xml.is("Identifier") && process.isEmpty()) {
        process = Optional.of(processes.apply(xml.text(LONGEST_NAME, "Identifier").trim()));
      } else if (xml.is("DataInputs") && inputs.isEmpty()) {
        inputs = new InputReader(xml, named(process), intake, limits).read(scope);
      } else if (xml.is("ResponseForm")) {
        form = new ResponseFormReader(xml).read();
      } else {
        throw xml.unexpected();
      }
    }
    return form.checked(named(process)).request(named(process).id(), inputs, language);
  }

  private static ProcessDescription named(Optional<ProcessDescription> process) {
    return process.orElseThrow(() -> OwsException.missing("Identifier"));
  }
}
