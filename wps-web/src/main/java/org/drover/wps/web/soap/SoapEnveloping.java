package org.drover.wps.web.soap;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Enveloping;
import org.drover.wps.web.ows.NamespaceScope;
import org.drover.wps.web.ows.OwsException;

/** Takes WPS documents out of SOAP 1.1 and SOAP 1.2 envelopes, and puts the answers into them. */
@Dependent
public class SoapEnveloping implements Enveloping {

  private static final String SOAP12_TYPE = "application/soap+xml";

  private final WsdlOperation wsdl;

  @Inject
  public SoapEnveloping(CallerCatalogue catalogue) {
    this.wsdl = new WsdlOperation(catalogue);
  }

  @Override
  public Optional<Call> byHeaders(Call call) {
    String type = call.request().getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith(SOAP12_TYPE)) {
      return Optional.of(in(SoapVersion.V12, call));
    }
    return call.request().getHeader("SOAPAction") == null
        ? Optional.empty()
        : Optional.of(in(SoapVersion.V11, call));
  }

  @Override
  public Optional<Call> byRoot(Call call, String namespace) {
    return Arrays.stream(SoapVersion.values())
        .filter(it -> it.namespace().uri().equals(namespace))
        .findFirst()
        .map(it -> in(it, call));
  }

  private static Call in(SoapVersion version, Call call) {
    return new Call(
        new SoapRequest(call.request()),
        new SoapResponse(call.response(), version),
        call.kvp(),
        call.base(),
        call.path());
  }

  @Override
  public XMLStreamReader open(Call call, XMLStreamReader message) throws XMLStreamException {
    Namespaces scope = new Namespaces(message);
    requireElement(message, "Envelope");
    String envelope = message.getNamespaceURI();
    scope.enter();
    while (message.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (isOf(message, envelope, "Body")) {
        scope.enter();
        if (message.nextTag() != XMLStreamConstants.START_ELEMENT) {
          throw OwsException.unreadable("The Body of the SOAP message is empty.");
        }
        return new PayloadReader(message, scope.around);
      }
      skipHeader(message, envelope);
    }
    throw OwsException.unreadable("The SOAP message has no Body.");
  }

  /** Collects what is declared on the way in. */
  private static final class Namespaces {
    private final XMLStreamReader reader;
    private NamespaceScope around = NamespaceScope.NONE;

    Namespaces(XMLStreamReader reader) {
      this.reader = reader;
    }

    void enter() {
      around = around.within(reader);
    }
  }

  private static boolean isOf(XMLStreamReader reader, String namespace, String name) {
    return name.equals(reader.getLocalName()) && namespace.equals(reader.getNamespaceURI());
  }

  private static void requireElement(XMLStreamReader message, String name) {
    boolean known =
        Arrays.stream(SoapVersion.values())
            .anyMatch(it -> it.namespace().uri().equals(message.getNamespaceURI()));
    if (!known || !message.getLocalName().equals(name)) {
      throw OwsException.unreadable("The root of a SOAP message is an Envelope.");
    }
  }

  /** Nothing in a header is known here; what must be understood is refused (SOAP 1.2 §5.4.6). */
  private static void skipHeader(XMLStreamReader message, String envelope)
      throws XMLStreamException {
    if (!isOf(message, envelope, "Header")) {
      throw OwsException.unreadable(
          "The element '" + message.getLocalName() + "' does not belong into an Envelope.");
    }
    int depth = 1;
    while (depth > 0) {
      int event = message.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        requireOptional(message, envelope);
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static void requireOptional(XMLStreamReader message, String envelope) {
    String must = message.getAttributeValue(envelope, "mustUnderstand");
    if (must != null && (must.strip().equals("1") || must.strip().equals("true"))) {
      throw OwsException.unreadable(
          "The header '" + message.getLocalName() + "' must be understood, and is not.");
    }
  }

  @Override
  public boolean describe(Call call) {
    return wsdl.answer(call);
  }
}
