package org.drover.wps.web.ows;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A message format that carries the documents of any version of WPS, as SOAP does. A bean; there is
 * one at most.
 */
public interface Enveloping {

  /** The call with a response that goes into an envelope, if its headers tell of one. */
  Optional<Call> byHeaders(Call call);

  /** The call with a response that goes into an envelope, if that is what came. */
  Optional<Call> byRoot(Call call, String namespace);

  /**
   * Goes to the document in the envelope.
   *
   * @param call as made here
   * @param message stands on the root element
   * @return stands on the root element of the document inside
   */
  XMLStreamReader open(Call call, XMLStreamReader message) throws XMLStreamException;

  /**
   * Answers a GET that asks for a description of the envelopes.
   *
   * @return false if it asks for something else
   */
  boolean describe(Call call);
}
