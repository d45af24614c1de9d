package org.drover.wps.bench.ceiling;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bare servlet: answers {@code GET ?bytes=N} with a constant document of that length, so that a
 * document of Drover is compared with one of its own size.
 */
@WebServlet("/constant")
public class ConstantServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 10_000_000;
  private static final Map<Integer, byte[]> DOCUMENTS = new ConcurrentHashMap<>();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int length = Math.min(LARGEST, Integer.parseInt(request.getParameter("bytes")));
    byte[] document = DOCUMENTS.computeIfAbsent(length, ConstantServlet::document);
    response.setContentType("text/xml;charset=UTF-8");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  private static byte[] document(int length) {
    byte[] document = new byte[length];
    Arrays.fill(document, (byte) 'x');
    return document;
  }
}
