package org.drover.wps.web.wps10;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.web.ows.Lexical;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlElements;

/** Reads wps:ResponseForm (05-007r7 §10.2.1). */
final class ResponseFormReader {

  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_TEXT = 1 << 14;
  private static final int MOST_OUTPUTS = 1000;

  private final XmlElements xml;

  ResponseFormReader(XmlElements xml) {
    this.xml = xml;
  }

  /** Reads wps:ResponseForm, on whose start the document stands. */
  ResponseForm read() throws XMLStreamException {
    ResponseForm form = ResponseForm.DEFAULT;
    boolean chosen = false;
    while (xml.nextChild()) {
      if (chosen) {
        throw OwsException.invalid(
            "ResponseForm", "Ask for RawDataOutput or for one ResponseDocument, not for both.");
      }
      form = choice();
      chosen = true;
    }
    return form;
  }

  private ResponseForm choice() throws XMLStreamException {
    if (xml.is("RawDataOutput")) {
      return new ResponseForm(List.of(output()), true, false, false, false);
    }
    if (!xml.is("ResponseDocument")) {
      throw xml.unexpected();
    }
    boolean store = flag("storeExecuteResponse");
    boolean lineage = flag("lineage");
    boolean status = flag("status");
    List<OutputRequest> outputs = new ArrayList<>();
    while (xml.nextChild()) {
      if (!xml.is("Output") || outputs.size() == MOST_OUTPUTS) {
        throw xml.unexpected();
      }
      outputs.add(output());
    }
    return new ResponseForm(outputs, false, store, lineage, status);
  }

  private boolean flag(String name) {
    return xml.find(name).map(value -> Lexical.flag(name, value)).orElse(false);
  }

  private OutputRequest output() throws XMLStreamException {
    DeclaredFormat format =
        DeclaredFormat.of(
            xml.find("mimeType").orElse(""),
            xml.find("encoding").orElse(""),
            xml.find("schema").orElse(""));
    Optional<String> unit = xml.find("uom");
    boolean asReference = flag("asReference");
    String id = "";
    Optional<String> title = Optional.empty();
    Optional<String> summary = Optional.empty();
    while (xml.nextChild()) {
      if (xml.is("Identifier")) {
        id = xml.text(LONGEST_NAME, "Identifier").trim();
      } else if (xml.is("Title")) {
        title = Optional.of(xml.text(LONGEST_TEXT, id));
      } else if (xml.is("Abstract")) {
        summary = Optional.of(xml.text(LONGEST_TEXT, id));
      } else {
        throw xml.unexpected();
      }
    }
    if (id.isEmpty()) {
      throw OwsException.missing("Identifier");
    }
    return new OutputRequest(id, format, unit, asReference, title, summary);
  }
}
