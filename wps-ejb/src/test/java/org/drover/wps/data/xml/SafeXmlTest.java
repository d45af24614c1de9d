package org.drover.wps.data.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><a/>",
        "<!DOCTYPE a [<!ENTITY b 'bb'>]><a c='&b;'/>"
      })
  void aDoctypeIsRefused(String document) {
    assertThatThrownBy(() -> readAll(document))
        .isInstanceOf(XMLStreamException.class)
        .hasMessageContaining("DOCTYPE");
    assertThatThrownBy(() -> SafeXml.reader(bytes(document)).nextTag())
        .isInstanceOf(XMLStreamException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void anUnknownEntityIsRefused() {
    assertThatThrownBy(() -> readAll("<a>&b;</a>")).isInstanceOf(XMLStreamException.class);
    assertThatThrownBy(() -> readAll("<a b='&c;'/>")).isInstanceOf(XMLStreamException.class);
  }

  @Test
  void theFiveEntitiesAndCharacterReferencesAreRead() throws XMLStreamException {
    assertThat(readAll("<a>&lt;&amp;&gt;&#65;</a>")).isEqualTo("<&>A");
  }

  @Test
  void aDocumentTooDeepIsRefused() {
    assertThatThrownBy(() -> readAll("<a>".repeat(300) + "</a>".repeat(300)))
        .isInstanceOf(XMLStreamException.class);
  }

  @Test
  void longNamesAndManyAttributesAreRefused() {
    assertThatThrownBy(() -> readAll("<" + "a".repeat(2000) + "/>"))
        .isInstanceOf(XMLStreamException.class);
    StringBuilder many = new StringBuilder("<a");
    for (int i = 0; i < 300; i++) {
      many.append(" b").append(i).append("='1'");
    }
    assertThatThrownBy(() -> readAll(many + "/>")).isInstanceOf(XMLStreamException.class);
  }

  @Test
  void badCharactersInTextAreACheckedException() {
    assertThatThrownBy(() -> readAll("<a>x\u0000</a>")).isInstanceOf(XMLStreamException.class);
    assertThatThrownBy(() -> readAll("<a>" + "x".repeat(100_000) + "\u0001</a>"))
        .isInstanceOf(XMLStreamException.class);
    assertThatThrownBy(() -> readAll("<a><![CDATA[" + "x".repeat(100_000)))
        .isInstanceOf(XMLStreamException.class);
  }

  @Test
  void cdataThatArrivesInDribletsComesInPieces() throws XMLStreamException {
    String text = "<a><![CDATA[" + "[[7.25,50.5],[8,51]],".repeat(100_000) + "]]></a>";
    InputStream driblets =
        new ByteArrayInputStream(text.getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] to, int offset, int length) {
            return super.read(to, offset, Math.min(length, 43));
          }
        };
    XMLStreamReader reader = SafeXml.reader(driblets);
    int longest = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.CDATA) {
        longest = Math.max(longest, reader.getTextLength());
      }
    }

    assertThat(longest).isBetween(1, 100_000);
  }

  @Test
  void longCdataComesInPiecesAndWhole() throws XMLStreamException {
    long blocks = 200;
    byte[] block = "0123456789".repeat(100_000).getBytes(UTF_8);
    InputStream document =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(bytes("<a><![CDATA["), new Repeated(block, blocks), bytes("]]></a>"))));
    XMLStreamReader reader = SafeXml.reader(document);
    long length = 0;
    int longest = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.CDATA || event == XMLStreamConstants.CHARACTERS) {
        length += reader.getTextLength();
        longest = Math.max(longest, reader.getTextLength());
      }
    }
    assertThat(length).isEqualTo(blocks * block.length);
    assertThat(longest).isLessThan(100_000);
  }

  @Test
  void theWriterLeavesTheStreamOpen() throws XMLStreamException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XMLStreamWriter writer = SafeXml.writer(out);
    writer.writeStartElement("a");
    writer.writeCharacters("<&ä");
    writer.writeEndElement();
    writer.close();
    assertThat(out.toString(UTF_8)).isEqualTo("<a>&lt;&amp;ä</a>");
  }

  private static String readAll(String document) throws XMLStreamException {
    XMLStreamReader reader = SafeXml.reader(bytes(document));
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.CDATA || event == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** A block again and again. */
  private static final class Repeated extends InputStream {
    private final byte[] block;
    private long left;
    private int at;

    private Repeated(byte[] block, long times) {
      this.block = block;
      this.left = times;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = Math.min(length, block.length - at);
      System.arraycopy(block, at, target, offset, count);
      at = (at + count) % block.length;
      left -= at == 0 ? 1 : 0;
      return count;
    }

    @Override
    public void close() throws IOException {
      left = 0;
    }
  }
}
