package org.drover.wps.web.ows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.drover.wps.data.xml.SafeXml;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/**
 * Reads what an element with complex data holds, as it arrives: one XML element, or text, CDATA and
 * base64. White space around it is no part of the data.
 */
public final class ComplexDataReader {

  private static final int HELD_WHITE_SPACE = 1 << 16;

  private final XMLStreamReader reader;
  private final String input;
  private final OutputStream out;
  private final StringBuilder heldBack = new StringBuilder();
  private boolean begun;

  /**
   * @param reader on the start of an element, whose end it will be left on
   * @param input locator of refusals
   * @param out gets the data
   */
  public ComplexDataReader(XMLStreamReader reader, String input, OutputStream out) {
    this.reader = reader;
    this.input = input;
    this.out = out;
  }

  /**
   * Reads the data.
   *
   * @param outside namespaces in scope outside the data
   * @param base64 whether text is base64
   */
  public void read(NamespaceScope outside, boolean base64) throws XMLStreamException, IOException {
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          xml(outside);
          return;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (reader.getEventType() == XMLStreamConstants.CDATA || !reader.isWhiteSpace()) {
            text(base64);
            return;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        default -> {}
      }
    }
  }

  private void xml(NamespaceScope outside) throws XMLStreamException {
    XMLStreamWriter writer = SafeXml.writer(out);
    new XmlCopy(reader, writer).element(outside);
    writer.close();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      boolean more =
          reader.isStartElement() || (reader.hasText() && isText() && !reader.isWhiteSpace());
      if (more) {
        throw mixed();
      }
    }
  }

  private boolean isText() {
    int event = reader.getEventType();
    return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
  }

  private WpsException mixed() {
    return new WpsException(
        Fault.INVALID_INPUT,
        input,
        "The data of '" + input + "' mixes elements and text. Send one element, or text in CDATA.");
  }

  private void text(boolean base64) throws XMLStreamException, IOException {
    try (Writer writer =
        base64 ? new Base64Sink(out, input) : new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      for (int event = reader.getEventType();
          event != XMLStreamConstants.END_ELEMENT;
          event = reader.next()) {
        switch (event) {
          case XMLStreamConstants.CDATA -> writeWhole(writer);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> writeTrimmed(writer);
          case XMLStreamConstants.START_ELEMENT -> throw mixed();
          default -> {}
        }
      }
    }
  }

  private void writeWhole(Writer writer) throws IOException {
    release(writer);
    writer.write(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    begun = true;
  }

  /** Leaves out white space before the first character, and holds back what may be the last. */
  private void writeTrimmed(Writer writer) throws IOException {
    char[] text = reader.getTextCharacters();
    int start = reader.getTextStart();
    int end = start + reader.getTextLength();
    int last = end;
    while (last > start && isSpace(text[last - 1])) {
      last--;
    }
    while (!begun && start < last && isSpace(text[start])) {
      start++;
    }
    if (start < last) {
      release(writer);
      writer.write(text, start, last - start);
      begun = true;
    }
    if (begun) {
      heldBack.append(text, last, end - last);
      if (heldBack.length() > HELD_WHITE_SPACE) {
        release(writer);
      }
    }
  }

  private void release(Writer writer) throws IOException {
    if (heldBack.length() > 0) {
      writer.append(heldBack);
      heldBack.setLength(0);
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
