package org.drover.wps.web.soap;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.ResponseHeaders;

/** Serves the schemas that the WSDL names, so that code is generated from this server alone. */
@WebServlet(urlPatterns = SchemaServlet.ADDRESS + "/*")
public class SchemaServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where they are, below the public address. */
  static final String ADDRESS = "/schemas";

  private final transient Map<String, CachedDocument> loaded = new ConcurrentHashMap<>();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseHeaders.addCommon(response);
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    if (!path.matches("(/[A-Za-z0-9][A-Za-z0-9._-]*){2,4}\\.xsd")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    CachedDocument known = loaded.get(path);
    if (known != null) {
      known.send(request, response);
    } else {
      load(path, request, response);
    }
  }

  private void load(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream in = SchemaServlet.class.getResourceAsStream("schemas" + path)) {
      if (in == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      CachedDocument schema = new CachedDocument(in.readAllBytes());
      loaded.put(path, schema);
      schema.send(request, response);
    }
  }
}
