package org.drover.wps.data.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.drover.wps.data.RepeatedBytes;
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

  @ParameterizedTest
  @ValueSource(strings = {"<a", "<a b='1' ", "<!--", "<a b=\"", "<?a ", "<a><b:"})
  void whatTheParserHoldsAsAWholeIsBounded(String begin) {
    RepeatedBytes endless = new RepeatedBytes("x".repeat(1_000), Long.MAX_VALUE);
    assertThatThrownBy(() -> readAll(new SequenceInputStream(bytes(begin), endless)))
        .isInstanceOf(XMLStreamException.class);
    assertThat(endless.count()).isLessThan(5 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a><!-- b</a>", "<a><!-- \u0000 --></a>", "<a><?b c</a>"})
  void commentsAndInstructionsThatAreNoneAreCheckedExceptions(String document) {
    assertThatThrownBy(() -> readAll(document)).isInstanceOf(XMLStreamException.class);
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
  void cdataOfManyBracketsIsRead() throws XMLStreamException {
    Random random = new Random(1);
    byte[] text = new byte[24 << 20];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (random.nextInt(10) < 3 ? ']' : 'x');
    }
    text[text.length - 1] = 'x';
    XMLStreamReader reader =
        SafeXml.reader(
            new SequenceInputStream(
                Collections.enumeration(
                    List.of(
                        bytes("<a><![CDATA["), new ByteArrayInputStream(text), bytes("]]></a>")))));
    long length = 0;
    while (reader.hasNext()) {
      length += reader.next() == XMLStreamConstants.CDATA ? reader.getTextLength() : 0;
    }

    assertThat(length).isEqualTo(text.length);
  }

  @Test
  void longCdataComesInPiecesAndWhole() throws XMLStreamException {
    long blocks = 200;
    String block = "0123456789".repeat(100_000);
    InputStream document =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes("<a><![CDATA["), new RepeatedBytes(block, blocks), bytes("]]></a>"))));
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
    assertThat(length).isEqualTo(blocks * block.length());
    assertThat(longest).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a><![CDATA[",
        "<a><![CDATA[x",
        "<a><![CDATA[0123456789",
        "<a><![CDA",
        "<a><![CDATA[]",
        "<a><![CDATA[]]",
        "<a>x<![CDATA[",
        "<a>",
        "<a>x",
        "<a><b/>",
        "<a>&lt;"
      })
  void textComesInPiecesWhereverItsFirstPacketEnds(String begin) throws XMLStreamException {
    String open = begin.endsWith("[CDA") ? "TA[" : "";
    boolean cdata = begin.contains("[CDA");
    InputStream document =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes(begin),
                    bytes(open),
                    new RepeatedBytes("0123456789".repeat(1_000), 1_000),
                    bytes(cdata ? "]]></a>" : "</a>"))));
    XMLStreamReader reader = SafeXml.reader(document);
    long length = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.CDATA || event == XMLStreamConstants.CHARACTERS) {
        assertThat(reader.getTextLength()).isLessThan(100_000);
        length += reader.getTextLength();
      }
    }
    assertThat(length).isBetween(10_000_000L, 10_000_020L);
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
    return readAll(bytes(document));
  }

  private static String readAll(InputStream document) throws XMLStreamException {
    XMLStreamReader reader = SafeXml.reader(document);
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
}
