package org.drover.wps.bench.ceiling;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What W understands of an Execute: one process, one literal input. */
record EchoRequest(String process, String input, String value) {

  static EchoRequest read(XMLStreamReader xml) throws XMLStreamException {
    String process = "";
    String input = "";
    String value = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Identifier" -> {
            String identifier = xml.getElementText();
            if (process.isEmpty()) {
              process = identifier;
            } else {
              input = identifier;
            }
          }
          case "LiteralData" -> value = xml.getElementText();
          default -> {}
        }
      }
    }
    return new EchoRequest(process, input, value);
  }
}
