package org.drover.wps.web.ows;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** Who sends a request, as {@link CallerFilter} has found out. */
public final class Callers {

  private static final String FOUND = Callers.class.getName();
  private static final String BASIC = "Basic realm=\"Drover\"";
  private static final String CHALLENGE = "WWW-Authenticate";

  private Callers() {}

  /**
   * The caller of a request.
   *
   * @throws WpsException NOT_AUTHENTICATED if it is not served without, or has wrong credentials;
   *     UNAVAILABLE if this node answers no clients
   * @throws IllegalStateException if the filter has not seen the request
   */
  public static Caller of(HttpServletRequest request) {
    Object found = request.getAttribute(FOUND);
    if (found instanceof Caller caller) {
      return caller;
    }
    if (found instanceof Refusal refusal) {
      throw new WpsException(refusal.fault(), refusal.why());
    }
    throw new IllegalStateException("nobody has asked who sends this request");
  }

  static void accept(HttpServletRequest request, Caller caller) {
    request.setAttribute(FOUND, caller);
  }

  /**
   * @param why for the client
   */
  static void refuse(HttpServletRequest request, Fault fault, String why) {
    request.setAttribute(FOUND, new Refusal(fault, why));
  }

  private record Refusal(Fault fault, String why) {}

  /** Tells the client how to authenticate (RFC 9110 §11.6.1), unless the answer does already. */
  public static void challenge(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(CHALLENGE)) {
      authenticate(request, response);
    }
  }

  /** Has the server look at the credentials; false if they are wrong or missing. */
  static boolean authenticate(HttpServletRequest request, HttpServletResponse response) {
    try {
      return request.authenticate(response);
    } catch (ServletException e) {
      return false; // so the servlet API says that authentication failed
    } catch (IllegalArgumentException e) {
      response.setHeader(CHALLENGE, BASIC); // so WildFly says that what Basic sent is no base64
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
