package org.drover.wps.web.ows;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A version of WPS. Each is a bean; the door finds them all. */
public interface WpsProtocol {

  /** Such as {@code 1.0.0}. */
  String version();

  /** Namespaces of its request documents. */
  Set<String> namespaces();

  /** Its operations by KVP, in lower case. */
  Set<String> operations();

  /** Answers a request by KVP. */
  void get(Call call);

  /**
   * Answers a request document.
   *
   * @param body stands on the root element
   */
  void post(Call call, XMLStreamReader body) throws XMLStreamException;

  /** Answers with an error in this protocol's form. */
  void report(Call call, OwsError error);

  /** exceptionCode of a defect of the server. */
  String codeOfDefects();

  /** The protocol's words for a failure of the core; empty when it is a defect. */
  Optional<OwsError> describe(RuntimeException failure);
}
