package org.drover.wps.web.ows;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
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
  @Inject private transient Instance<Enveloping> foundEnveloping;

  private transient Protocols protocols;
  private transient Optional<Enveloping> enveloping;
  private transient PublicUrl publicUrl;

  @Override
  public void init() {
    start(
        Protocols.fromSettings(found.stream().toList()),
        foundEnveloping.stream().findFirst(),
        PublicUrl.fromSettings());
  }

  void start(Protocols all, Optional<Enveloping> envelopes, PublicUrl address) {
    protocols = all;
    enveloping = envelopes;
    publicUrl = address;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseHeaders.addCommon(response);
    Place place = Place.of(request.getPathInfo(), protocols);
    Call bare = new Call(request, response, Kvp.of(null), publicUrl.base(request), place.rest());
    Answering answering = new Answering(place.protocols().first(), bare);
    try {
      if (!request.getMethod().equals("OPTIONS")) {
        Callers.of(request); // refuses before the body is read
      }
      dispatch(place, answering);
    } catch (ClientGoneException e) {
      Failures.logGone(e);
    } catch (RuntimeException | XMLStreamException e) {
      Failures.answer(answering.protocol, answering.call, e);
    }
  }

  /** Who answers what, as far as is known. */
  private static final class Answering {
    private WpsProtocol protocol;
    private Call call;

    Answering(WpsProtocol protocol, Call call) {
      this.protocol = protocol;
      this.call = call;
    }
  }

  private void dispatch(Place place, Answering answering) throws XMLStreamException {
    if (!place.exists()) {
      throw OwsException.withStatus(404, "There is nothing at this address. WPS is at /wps.");
    }
    Call call = answering.call;
    switch (call.request().getMethod()) {
      case "GET", "HEAD" -> get(place, answering);
      case "POST" -> post(place, answering);
      case "OPTIONS" -> ResponseHeaders.answerOptions(call.response(), METHODS);
      default -> {
        call.response().setHeader("Allow", METHODS);
        throw OwsException.withStatus(405, "The method is not allowed here; allowed: " + METHODS);
      }
    }
  }

  private void get(Place place, Answering answering) {
    Call bare = answering.call;
    Kvp kvp = Kvp.of(bare.request().getQueryString());
    Call call = new Call(bare.request(), bare.response(), kvp, bare.base(), place.rest());
    if (enveloping.filter(it -> it.describe(call)).isEmpty()) {
      answering.protocol = place.protocols().forKvp(kvp);
      answering.protocol.get(call);
    }
  }

  private void post(Place place, Answering answering) throws XMLStreamException {
    Call bare = answering.call;
    enveloping.flatMap(it -> it.byHeaders(bare)).ifPresent(it -> answering.call = it);
    XMLStreamReader body = RequestBody.open(bare.request());
    String root = body.getNamespaceURI();
    enveloping.flatMap(it -> it.byRoot(bare, root)).ifPresent(it -> answering.call = it);
    if (answering.call.response() instanceof EnvelopedResponse response) {
      body = enveloping.orElseThrow().open(answering.call, body);
      answering.protocol = place.protocols().forNamespace(body.getNamespaceURI());
      answering.protocol.post(answering.call, body);
      response.finish();
    } else {
      answering.protocol = place.protocols().forNamespace(root);
      answering.protocol.post(bare, body);
    }
  }
}
