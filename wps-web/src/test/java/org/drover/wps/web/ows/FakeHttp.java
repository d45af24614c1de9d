package org.drover.wps.web.ows;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP exchange without a network. What is not set up throws when asked for. */
public final class FakeHttp {

  public String method = "GET";
  public String pathInfo = "";
  public String query;
  public String remoteAddress = "127.0.0.1";
  public String localAddress = "127.0.0.1";
  public int localPort = 8080;
  public boolean clientGone;
  public InputStream body = InputStream.nullInputStream();
  public long bodyLength;
  public final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public int status = 200;
  public boolean committed;
  public final Map<String, String> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  public final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  public static FakeHttp get(String path, String query) {
    FakeHttp http = new FakeHttp();
    http.pathInfo = path;
    http.query = query;
    return http;
  }

  public static FakeHttp post(String path, String xml) {
    FakeHttp http = new FakeHttp();
    http.method = "POST";
    http.pathInfo = path;
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    http.body = new ByteArrayInputStream(bytes);
    http.bodyLength = bytes.length;
    http.requestHeaders.put("Content-Type", "text/xml");
    return http;
  }

  public FakeHttp with(String header, String value) {
    requestHeaders.put(header, value);
    return this;
  }

  public String text() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  public HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getPathInfo" -> pathInfo;
                  case "getQueryString" -> query;
                  case "getHeader" -> requestHeaders.get((String) arguments[0]);
                  case "getContentType" -> requestHeaders.get("Content-Type");
                  case "getContentLengthLong" -> bodyLength;
                  case "getInputStream" -> new Received(body);
                  case "getRemoteAddr" -> remoteAddress;
                  case "getLocalAddr" -> localAddress;
                  case "getLocalPort" -> localPort;
                  case "isSecure" -> false;
                  case "getUserPrincipal" -> null;
                  default -> throw new UnsupportedOperationException(called.toString());
                });
  }

  public HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> answer(called.getName(), arguments));
  }

  private Object answer(String called, Object[] arguments) {
    switch (called) {
      case "setHeader" -> responseHeaders.put((String) arguments[0], (String) arguments[1]);
      case "setContentType" -> responseHeaders.put("Content-Type", (String) arguments[0]);
      case "setContentLength", "setContentLengthLong" ->
          responseHeaders.put("Content-Length", arguments[0].toString());
      case "setStatus" -> status = (Integer) arguments[0];
      case "isCommitted" -> {
        return committed;
      }
      case "resetBuffer" -> sent.reset();
      case "getOutputStream" -> {
        return new Sent();
      }
      default -> throw new UnsupportedOperationException(called.toLowerCase(Locale.ROOT));
    }
    return null;
  }

  private final class Sent extends ServletOutputStream {
    @Override
    public void write(int b) throws IOException {
      if (clientGone) {
        throw new IOException("Broken pipe");
      }
      committed = true;
      sent.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Received extends ServletInputStream {
    private final InputStream from;

    private Received(InputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      return from.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      return from.read(bytes, offset, count);
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
