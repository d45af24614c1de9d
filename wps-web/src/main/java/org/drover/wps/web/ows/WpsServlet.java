package org.drover.wps.web.ows;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The door of all versions of WPS: {@code /wps} negotiates, {@code /wps/<version>} is pinned. A
 * servlet and not a JAX-RS resource: the request is KVP or XML by rules of its own, the body
 * streams, and every error below this path has to be an exception report.
 */
@WebServlet(urlPatterns = "/wps/*", loadOnStartup = 1)
public class WpsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String METHODS = "GET, HEAD, POST, OPTIONS";

  @Inject private transient Instance<WpsProtocol> found;

  private transient Protocols protocols;
  private transient PublicUrl publicUrl;

  @Override
  public void init() {
    TreeMap<String, WpsProtocol> byVersion = new TreeMap<>();
    found.forEach(protocol -> byVersion.put(protocol.version(), protocol));
    start(new Protocols(List.copyOf(byVersion.values())), PublicUrl.fromSettings());
  }

  void start(Protocols all, PublicUrl address) {
    protocols = all;
    publicUrl = address;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseHeaders.addCommon(response);
    Place place = Place.of(request.getPathInfo(), protocols);
    Call bare = new Call(request, response, Kvp.of(null), publicUrl.base(request), place.rest());
    WpsProtocol[] answering = {place.protocols().highest()};
    try {
      if (!request.getMethod().equals("OPTIONS")) {
        Callers.of(request); // refuses before the body is read
      }
      dispatch(place, bare, answering);
    } catch (ClientGoneException e) {
      Failures.logGone(e);
    } catch (RuntimeException | XMLStreamException e) {
      Failures.answer(answering[0], bare, e);
    }
  }

  private static void dispatch(Place place, Call bare, WpsProtocol[] answering)
      throws XMLStreamException {
    if (!place.exists()) {
      throw OwsException.withStatus(404, "There is nothing at this address. WPS is at /wps.");
    }
    switch (bare.request().getMethod()) {
      case "GET", "HEAD" -> {
        Kvp kvp = Kvp.of(bare.request().getQueryString());
        answering[0] = place.protocols().forKvp(kvp);
        answering[0].get(new Call(bare.request(), bare.response(), kvp, bare.base(), place.rest()));
      }
      case "POST" -> {
        XMLStreamReader body = RequestBody.open(bare.request());
        answering[0] = place.protocols().forNamespace(body.getNamespaceURI());
        answering[0].post(bare, body);
      }
      case "OPTIONS" -> ResponseHeaders.answerOptions(bare.response(), METHODS);
      default -> {
        bare.response().setHeader("Allow", METHODS);
        throw OwsException.withStatus(405, "The method is not allowed here; allowed: " + METHODS);
      }
    }
  }
}
