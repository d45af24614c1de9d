package org.drover.wps.web.file;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.web.ows.Conditions;
import org.drover.wps.web.ows.OutputBody;
import org.drover.wps.web.ows.ResponseHeaders;

/** Serves files by name: GET, HEAD, conditions and ranges (RFC 9110 §13, §14). */
abstract class FileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(FileServlet.class.getName());
  private static final String METHODS = "GET, HEAD, OPTIONS";

  /**
   * A file as it is served.
   *
   * @param fileName what a browser saves it as
   * @param entityTag in quotes
   * @param cacheControl who may keep it
   */
  record Served(OutputBody body, String fileName, String entityTag, String cacheControl) {}

  /** The file of this name, or empty when there is none for this caller. */
  abstract Optional<Served> find(String name, HttpServletRequest request) throws IOException;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseHeaders.addCommon(response);
    switch (request.getMethod()) {
      case "GET", "HEAD" -> answer(request, response);
      case "OPTIONS" -> ResponseHeaders.answerOptions(response, METHODS);
      default -> {
        response.setHeader("Allow", METHODS);
        say(response, 405, "The method is not allowed here; allowed: " + METHODS);
      }
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      Optional<Served> file = find(name(request), request);
      if (file.isPresent()) {
        serve(file.get(), request, response);
      } else {
        say(response, 404, "There is nothing at this address (any more).");
      }
    } catch (WpsException e) {
      say(response, status(e.fault()), e.getMessage());
    }
  }

  private static String name(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private static int status(Fault fault) {
    return switch (fault) {
      case NOT_AUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case SERVER_BUSY, UNAVAILABLE -> 503;
      default -> 404;
    };
  }

  private static void serve(Served file, HttpServletRequest request, HttpServletResponse response) {
    long length = file.body().content().length();
    response.setHeader("ETag", file.entityTag());
    response.setHeader("Cache-Control", file.cacheControl());
    response.setHeader("Accept-Ranges", "bytes");
    if (Conditions.matches(request.getHeader("If-None-Match"), file.entityTag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Optional<ByteRange> range = range(file, request, length);
    if (range.isPresent() && !range.get().isSatisfiable()) {
      response.setHeader("Content-Range", range.get().contentRange(length));
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    range.ifPresent(
        it -> {
          response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
          response.setHeader("Content-Range", it.contentRange(length));
        });
    response.setContentType(file.body().contentType());
    response.setHeader("Content-Disposition", "inline; filename=\"" + file.fileName() + "\"");
    send(file, range.orElse(new ByteRange(0, length)), request, response);
  }

  /** A range counts only for the very file the client has a piece of (If-Range, §13.1.5). */
  private static Optional<ByteRange> range(Served file, HttpServletRequest request, long length) {
    String condition = request.getHeader("If-Range");
    boolean same = condition == null || condition.trim().equals(file.entityTag());
    boolean get = request.getMethod().equals("GET");
    return get && same ? ByteRange.of(request.getHeader("Range"), length) : Optional.empty();
  }

  private static void send(
      Served file, ByteRange range, HttpServletRequest request, HttpServletResponse response) {
    response.setContentLengthLong(range.count());
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try {
      file.body().writeTo(response.getOutputStream(), range.first(), range.count());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A file was not sent to its end: {0}", e.getMessage());
    }
  }

  private static void say(HttpServletResponse response, int status, String text)
      throws IOException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    ResponseHeaders.forbidStoring(response);
    response.setContentType("text/plain; charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
