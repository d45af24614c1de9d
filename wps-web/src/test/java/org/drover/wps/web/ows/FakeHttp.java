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
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;

/** One HTTP exchange without a network. What is not set up throws when asked for. */
public final class FakeHttp {

  public String method = "GET";
  public String servletPath = "/wps";
  public String pathInfo = "";
  public String query;
  public String remoteAddress = "127.0.0.1";
  public String localAddress = "127.0.0.1";
  public int localPort = 8080;
  public boolean clientGone;
  public InputStream body = InputStream.nullInputStream();
  public long bodyLength;
  private final Map<String, Object> attributes = new TreeMap<>();
  private Optional<Caller> user = Optional.empty();
  public final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public int status = 200;
  public boolean committed;
  public final Map<String, String> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  public final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private FakeHttp() {
    Callers.accept(request(), Caller.anonymous(Set.of(Roles.USE)));
  }

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

  /** As if the filter had found out who calls. */
  public FakeHttp as(Caller caller) {
    Callers.accept(request(), caller);
    return this;
  }

  /** Gives it credentials that the server accepts, and no filter has seen. */
  FakeHttp withCredentials(Caller of) {
    user = Optional.of(of);
    return with("Authorization", "Basic right");
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
                  case "getServletPath" -> servletPath;
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
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "authenticate" -> authenticate();
                  case "getUserPrincipal" ->
                      user.<Principal>map(it -> () -> it.name()).orElse(null);
                  case "isUserInRole" -> user.orElseThrow().holds((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(called.toString());
                });
  }

  private boolean authenticate() {
    if ("Basic !!!".equals(requestHeaders.get("Authorization"))) {
      throw new IllegalArgumentException("Invalid base 64 character"); // as WildFly does
    }
    if (user.isEmpty()) {
      responseHeaders.put("WWW-Authenticate", "Basic realm=\"Drover\"");
    }
    return user.isPresent();
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
      case "containsHeader" -> {
        return responseHeaders.containsKey((String) arguments[0]);
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
