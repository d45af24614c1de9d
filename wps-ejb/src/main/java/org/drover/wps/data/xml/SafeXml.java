package org.drover.wps.data.xml;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamReader2;

/** XML readers and writers that resolve nothing. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class SafeXml {

  private SafeXml() {}

  public static XMLStreamReader2 reader(InputStream in) throws XMLStreamException {
    throw new IllegalStateException("being built");
  }

  public static XMLStreamReader2 reader(Reader in) throws XMLStreamException {
    throw new IllegalStateException("being built");
  }

  /** Writes UTF-8; closing it does not close the stream. */
  public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    throw new IllegalStateException("being built");
  }
}
