package org.drover.wps.data.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Makes every XML reader and writer of the server. Readers refuse a document type declaration,
 * resolve and fetch nothing, bound what must be held in memory (depth, attributes, names), and hand
 * over text and CDATA in pieces, so that their length is not bounded by memory.
 *
 * <p>The parser is named here rather than looked up: what a server or another deployment puts on
 * the class path changes nothing.
 */
public final class SafeXml {

  private static final int MAX_DEPTH = 250;
  private static final int MAX_ATTRIBUTES = 200;
  private static final int MAX_ATTRIBUTE_LENGTH = 1 << 18;

  private static final WstxInputFactory IN = inputFactory();
  private static final WstxOutputFactory OUT = outputFactory();

  private SafeXml() {}

  private static WstxInputFactory inputFactory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // With a longer minimum, a piece begun by a short read may grow to all of a CDATA section.
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 1);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("External entities are not read.");
        });
    return factory;
  }

  private static WstxOutputFactory outputFactory() {
    WstxOutputFactory factory = new WstxOutputFactory();
    factory.getConfig().enableAutomaticEmptyElements(true);
    factory.getConfig().doValidateContent(true);
    return factory;
  }

  /**
   * Reads a document; its encoding is told by its first bytes.
   *
   * @throws XMLStreamException if it cannot be read, here or later, or has a DOCTYPE; the message
   *     is fit for the client
   */
  public static XMLStreamReader2 reader(InputStream in) throws XMLStreamException {
    return new GuardedReader((XMLStreamReader2) IN.createXMLStreamReader(in));
  }

  /** Reads a document whose characters are decoded already; see {@link #reader(InputStream)}. */
  public static XMLStreamReader2 reader(Reader in) throws XMLStreamException {
    return new GuardedReader((XMLStreamReader2) IN.createXMLStreamReader(in));
  }

  /** Writes UTF-8; closing it does not close the stream. */
  public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    return OUT.createXMLStreamWriter(out, "UTF-8");
  }
}
