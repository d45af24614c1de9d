package org.drover.wps.it.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is wrong with an answer, whatever was asked. */
final class Verdict {

  /** The limit of the JDK's parser is narrower than that of names which come back as sent. */
  private static final String NAME_LIMIT =
      "http://www.oracle.com/xml/jaxp/properties/maxXMLNameLimit";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Refused by the server before any application is asked; these have no body. */
  private static final Set<Integer> BARE = Set.of(204, 304, 400, 404, 405, 413, 414, 417, 431);

  private Verdict() {}

  /** What is wrong; empty when all is as it must be. */
  static Optional<String> on(HttpResponse<byte[]> answer, boolean raw) {
    String body = new String(unzipped(answer), StandardCharsets.UTF_8);
    String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (isDefect(answer.statusCode(), body)) {
      return Optional.of("a defect of the server");
    }
    if (!isOurs(answer.request().uri().getPath())) {
      return Optional.empty();
    }
    if (body.isEmpty()) {
      return BARE.contains(answer.statusCode()) || answer.statusCode() == 201
          ? Optional.empty()
          : Optional.of("no body");
    }
    if (type.split(";", 2)[0].endsWith("json")) {
      return json(body);
    }
    if (raw && answer.statusCode() == 200) {
      return Optional.empty(); // what was sent comes back, be it what it says or not
    }
    return type.split(";", 2)[0].endsWith("xml")
        ? xml(body, answer.statusCode())
        : other(type, answer);
  }

  /** What a mutation has led to an address without a protocol is the container's to answer. */
  private static boolean isOurs(String path) {
    return path.matches("/(wps|ogcapi)(/.*)?") && !path.contains("..");
  }

  private static byte[] unzipped(HttpResponse<byte[]> answer) {
    if (answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isEmpty()) {
      return answer.body();
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SOAP 1.1 says 500 to everything. */
  private static boolean isDefect(int status, String body) {
    return body.contains("The server failed to answer")
        || (status == 500 && !body.contains("<faultcode>soap:Client"))
        || status == 502
        || status == 504;
  }

  private static Optional<String> json(String body) {
    try {
      JSON.readTree(body);
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of("ill-formed JSON: " + e.getMessage());
    }
  }

  private static Optional<String> xml(String body, int status) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setAttribute(NAME_LIMIT, "1000000");
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(body)))
              .getDocumentElement();
      boolean error =
          root.getLocalName().equals("ExceptionReport") || root.getLocalName().equals("Envelope");
      return status >= 400 && !error
          ? Optional.of("an error that is no exception report")
          : Optional.empty();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      return Optional.of("ill-formed XML: " + e.getMessage());
    }
  }

  /** Pages and texts are no answers to requests of protocols, unless a page was asked for. */
  private static Optional<String> other(String type, HttpResponse<byte[]> answer) {
    return wantsPage(answer.request()) || answer.statusCode() == 200
        ? Optional.empty()
        : Optional.of("an error as " + (type.isEmpty() ? "nothing known" : type));
  }

  private static boolean wantsPage(HttpRequest request) {
    return request.headers().firstValue("Accept").orElse("").contains("html")
        || Objects.toString(request.uri().getRawQuery(), "")
            .toLowerCase(Locale.ROOT) // names of parameters may be spoilt in their case
            .contains("f=html");
  }
}
