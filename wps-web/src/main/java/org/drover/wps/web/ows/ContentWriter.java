package org.drover.wps.web.ows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.Content;
import org.drover.wps.data.xml.SafeXml;

/** Writes complex data into an element: as elements, as text, or as base64. Streams. */
public final class ContentWriter {

  private static final int CHARACTERS_EACH = 1 << 13;
  private static final int BYTES_EACH = 3 << 12;

  private final XmlOut xml;

  public ContentWriter(XmlOut xml) {
    this.xml = xml;
  }

  /** Writes XML as elements. What turns out to be no XML, though declared so, becomes text. */
  public void writeXml(Content content) {
    if (!beginsAsXml(content)) {
      writeText(content);
      return;
    }
    try (InputStream in = content.open()) {
      XMLStreamReader reader = SafeXml.reader(in);
      toRoot(reader);
      new XmlCopy(reader, xml.writer()).element(NamespaceScope.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new XmlWriteException(e);
    }
  }

  /**
   * Whether content is XML. Small content is read whole, so that nothing half-written is left; of
   * large the beginning.
   */
  public static boolean beginsAsXml(Content content) {
    try (InputStream in = content.open()) {
      XMLStreamReader reader = SafeXml.reader(in);
      toRoot(reader);
      while (content.file().isEmpty() && reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      return false;
    }
  }

  private static void toRoot(XMLStreamReader reader) throws XMLStreamException {
    while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
      reader.next();
    }
  }

  public void writeText(Content content) {
    char[] buffer = new char[CHARACTERS_EACH + 1];
    try (Reader in = new InputStreamReader(content.open(), StandardCharsets.UTF_8)) {
      for (int read = in.read(buffer, 0, CHARACTERS_EACH);
          read > 0;
          read = in.read(buffer, 0, CHARACTERS_EACH)) {
        int length = read;
        if (Character.isHighSurrogate(buffer[read - 1]) && in.read(buffer, read, 1) == 1) {
          length++;
        }
        xml.text(new String(buffer, 0, length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void writeBase64(Content content) {
    try (InputStream in = content.open()) {
      for (byte[] bytes = in.readNBytes(BYTES_EACH);
          bytes.length > 0;
          bytes = in.readNBytes(BYTES_EACH)) {
        xml.text(Base64.getEncoder().encodeToString(bytes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
