package org.drover.wps.web.ows;

import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.drover.wps.data.xml.SafeXml;

/**
 * Writes a document with known namespaces; characters XML does not allow are replaced, so that the
 * document is always well-formed.
 */
public final class XmlOut {

  private final XMLStreamWriter out;

  public XmlOut(OutputStream bytes) {
    try {
      this.out = SafeXml.writer(bytes);
    } catch (XMLStreamException e) {
      throw new XmlWriteException(e);
    }
  }

  /** A step that may fail as StAX fails. */
  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlOut run(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new XmlWriteException(e);
    }
  }

  /** Begins the document with its root element, which declares these namespaces. */
  public XmlOut root(Namespace namespace, String name, Namespace... declared) {
    run(() -> out.writeStartDocument("UTF-8", "1.0"));
    open(namespace, name);
    for (Namespace each : declared) {
      run(() -> out.writeNamespace(each.prefix(), each.uri()));
    }
    return this;
  }

  public XmlOut open(Namespace namespace, String name) {
    return run(() -> out.writeStartElement(namespace.prefix(), name, namespace.uri()));
  }

  public XmlOut close() {
    return run(out::writeEndElement);
  }

  public XmlOut attribute(String name, String value) {
    return run(() -> out.writeAttribute(name, XmlText.clean(value)));
  }

  public XmlOut attribute(Namespace namespace, String name, String value) {
    return run(
        () -> out.writeAttribute(namespace.prefix(), namespace.uri(), name, XmlText.clean(value)));
  }

  /** Writes the attribute when there is a value. */
  public XmlOut attribute(String name, Optional<String> value) {
    value.ifPresent(it -> attribute(name, it));
    return this;
  }

  public XmlOut text(String text) {
    return run(() -> out.writeCharacters(XmlText.clean(text)));
  }

  /** An element with text. */
  public XmlOut element(Namespace namespace, String name, String text) {
    return open(namespace, name).text(text).close();
  }

  /** An element with text, when there is a text that is not empty. */
  public XmlOut optional(Namespace namespace, String name, String text) {
    return text.isEmpty() ? this : element(namespace, name, text);
  }

  /** Ends the document. */
  public void end() {
    run(out::writeEndDocument);
    run(out::close);
  }

  /** The writer itself, for content that is copied event by event. */
  public XMLStreamWriter writer() {
    return out;
  }
}
