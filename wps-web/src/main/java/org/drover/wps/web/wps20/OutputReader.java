package org.drover.wps.web.wps20;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.IdPath;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlElements;

/** Reads wps:Output of a request (14-065r2 §9.5). */
final class OutputReader {

  private final XmlElements xml;
  private final ProcessDescription process;

  OutputReader(XmlElements xml, ProcessDescription process) {
    this.xml = xml;
    this.process = process;
  }

  /** Reads an output, or those named in a group of them, on whose start the document stands. */
  List<OutputRequest> read() throws XMLStreamException {
    return read("");
  }

  private List<OutputRequest> read(String outer) throws XMLStreamException {
    String id = IdPath.join(outer, xml.find("id").orElseThrow(() -> OwsException.missing("id")));
    OutputRequest whole = request(id);
    List<OutputRequest> members = new ArrayList<>();
    while (xml.nextChild()) {
      if (!xml.is("Output")) {
        throw xml.unexpected();
      }
      members.addAll(read(id));
    }
    return members.isEmpty() ? List.of(whole) : members;
  }

  private OutputRequest request(String id) {
    DeclaredFormat format =
        DeclaredFormat.of(
            xml.find("mimeType").orElse(""),
            xml.find("encoding").orElse(""),
            xml.find("schema").orElse(""));
    boolean reference = xml.find("transmission").map(OutputReader::isReference).orElse(false);
    if (reference) {
      requireStorage();
    }
    process.findOutput(id).ifPresent(it -> SmallFormats.require(it.data(), format, id));
    return new OutputRequest(
        id, format, Optional.empty(), reference, Optional.empty(), Optional.empty());
  }

  private static boolean isReference(String transmission) {
    return switch (transmission) {
      case "value" -> false;
      case "reference" -> true;
      default ->
          throw OwsException.invalid(
              "transmission", "transmission is value or reference, not '" + transmission + "'.");
    };
  }

  private void requireStorage() {
    if (!new Offer(process).makesJobs()) {
      throw new WpsException(
          Fault.STORAGE_NOT_SUPPORTED,
          "Process " + process.id() + " stores nothing. Ask for its outputs by value.");
    }
  }
}
