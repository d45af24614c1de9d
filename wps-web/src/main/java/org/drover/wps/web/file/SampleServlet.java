package org.drover.wps.web.file;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.drover.wps.data.Content;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.OutputBody;

/**
 * The sample data in the box at {@code /samples/<name>}: resources below {@code
 * META-INF/drover/samples} of the processes. They are few and small, and stay in memory once asked
 * for.
 */
@WebServlet(urlPatterns = "/samples/*")
public class SampleServlet extends FileServlet {
  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "META-INF/drover/samples/";

  private static final Map<String, String> TYPE_BY_ENDING =
      Map.of(
          "geojson", "application/geo+json",
          "json", "application/json",
          "gml", "application/gml+xml; version=3.2",
          "xml", "text/xml; charset=UTF-8",
          "tif", "image/tiff",
          "tiff", "image/tiff",
          "png", "image/png",
          "csv", "text/csv; charset=UTF-8",
          "wkt", "application/wkt",
          "txt", "text/plain; charset=UTF-8");

  private final transient Map<String, Served> loaded = new ConcurrentHashMap<>();

  @Override
  Optional<Served> find(String name, HttpServletRequest request) throws IOException {
    if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,100}")) {
      return Optional.empty();
    }
    Served known = loaded.get(name);
    return known == null ? load(name) : Optional.of(known);
  }

  private Optional<Served> load(String name) throws IOException {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      Served sample =
          new Served(
              new OutputBody(type(name), new Content.InMemory(bytes)),
              name,
              '"' + CachedDocument.tagOf(bytes) + '"',
              "no-cache");
      loaded.put(name, sample);
      return Optional.of(sample);
    }
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPE_BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }
}
