package org.drover.wps.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** An answer of the server. One that is a document of WPS or OWS was validated when it came in. */
public final class Answer {

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;
  private final Optional<Document> document;

  Answer(int status, HttpHeaders headers, byte[] body, Optional<Document> document) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.document = document;
  }

  public int status() {
    return status;
  }

  public byte[] body() {
    return body.clone();
  }

  /** The document of WPS or OWS; empty for anything else. */
  public Optional<Document> document() {
    return document;
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public String contentType() {
    return headers.firstValue("Content-Type").orElse("");
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The document, when the request was answered as wished. */
  public Answer ok() {
    assertThat(status).as(text()).isEqualTo(200);
    assertThat(document).as(text()).isPresent();
    assertThat(name()).isNotEqualTo("ExceptionReport");
    return this;
  }

  /** The body, when it is not one of the documents of WPS. */
  public Answer bare() {
    assertThat(status).as(text()).isEqualTo(200);
    assertThat(document).as(text()).isEmpty();
    return this;
  }

  /** Requires an exception report with this code, locator (null for none) and HTTP status. */
  public Answer refused(String code, String locator, int expectedStatus) {
    assertThat(document).as(text()).isPresent();
    assertThat(name()).as(text()).isEqualTo("ExceptionReport");
    assertThat(value("/ows:ExceptionReport/@version")).isEqualTo("1.0.0");
    assertThat(value("/ows:ExceptionReport/@xml:lang")).isNotEmpty();
    assertThat(value("//ows:Exception[1]/@exceptionCode")).as(text()).isEqualTo(code);
    assertThat(value("//ows:Exception[1]/@locator"))
        .as(text())
        .isEqualTo(locator == null ? "" : locator);
    assertThat(value("//ows:Exception[1]/ows:ExceptionText")).isNotBlank();
    assertThat(status).as(text()).isEqualTo(expectedStatus);
    assertThat(text()).doesNotContain("Exception:").doesNotContain("\tat ");
    return this;
  }

  /** The same in WPS 2.0. */
  public Answer refused20(String code, String locator, int expectedStatus) {
    assertThat(document).as(text()).isPresent();
    assertThat(name()).as(text()).isEqualTo("ExceptionReport");
    assertThat(value("/ows2:ExceptionReport/@version")).isEqualTo("2.0.0");
    assertThat(value("//ows2:Exception[1]/@exceptionCode")).as(text()).isEqualTo(code);
    assertThat(value("//ows2:Exception[1]/@locator"))
        .as(text())
        .isEqualTo(locator == null ? "" : locator);
    assertThat(value("//ows2:Exception[1]/ows2:ExceptionText")).isNotBlank();
    assertThat(status).as(text()).isEqualTo(expectedStatus);
    assertThat(text()).doesNotContain("Exception:").doesNotContain("\tat ");
    return this;
  }

  private String name() {
    return document.orElseThrow().getDocumentElement().getLocalName();
  }

  /** The text an XPath expression leads to; empty when it leads nowhere. */
  public String value(String xpath) {
    try {
      return Names.xpath().evaluate(xpath, document.orElseThrow(() -> new AssertionError(text())));
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The text of each node an XPath expression selects. */
  public List<String> values(String xpath) {
    try {
      NodeList nodes =
          (NodeList)
              Names.xpath()
                  .evaluate(
                      xpath,
                      document.orElseThrow(() -> new AssertionError(text())),
                      XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(it -> nodes.item(it).getTextContent())
          .toList();
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public int count(String xpath) {
    return values(xpath).size();
  }

  /** The literal value of an output in a response document. */
  public String literal(String output) {
    return value(output(output) + "/wps:Data/wps:LiteralData");
  }

  /** XPath of an output in a response document. */
  public static String output(String id) {
    return "//wps:ProcessOutputs/wps:Output[ows:Identifier='" + id + "']";
  }

  /** Local name of the state a response document tells, such as {@code ProcessSucceeded}. */
  public String state() {
    return value("local-name(/wps:ExecuteResponse/wps:Status/*)");
  }

  /** Requires a response document of a process that succeeded. */
  public Answer succeeded() {
    ok();
    assertThat(state()).as(text()).isEqualTo("ProcessSucceeded");
    return this;
  }
}
