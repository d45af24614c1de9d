package org.drover.wps.bench.ceiling;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * The ceiling of any WPS on this server: parses an Execute and writes its ExecuteResponse, both by
 * StAX; checks, runs and stores nothing.
 */
@WebServlet("/wps")
public class CeilingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final XMLInputFactory IN = inputFactory();
  private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();

  private static XMLInputFactory inputFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(2048);
    try {
      EchoRequest echo = EchoRequest.read(IN.createXMLStreamReader(request.getInputStream()));
      EchoResponse.write(OUT.createXMLStreamWriter(body, "UTF-8"), echo);
    } catch (XMLStreamException e) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    response.setContentType("text/xml;charset=UTF-8");
    response.setContentLength(body.size());
    body.writeTo(response.getOutputStream());
  }
}
