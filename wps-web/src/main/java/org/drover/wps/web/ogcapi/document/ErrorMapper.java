package org.drover.wps.web.ogcapi.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.OwsException;

/** Whatever goes wrong, as a problem (18-062r2 §7.5.1, RFC 9457). */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ErrorMapper.class.getName());

  @Context private HttpServletRequest request;
  @Context private HttpServletResponse servletResponse;

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = problem(failure);
    if (problem.status() == 401) {
      Callers.challenge(request, servletResponse);
    }
    Response response = new ProblemAnswer(OriginalRequest.of(request)).of(problem);
    return allow(failure)
        .map(it -> Response.fromResponse(response).header(HttpHeaders.ALLOW, it).build())
        .orElse(response);
  }

  private Problem problem(Throwable failure) {
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    if (failure instanceof WpsException known && known.fault() != Fault.INTERNAL) {
      return Problems.of(known);
    }
    if (failure instanceof OwsException shared) {
      return Problems.of(shared.error());
    }
    if (failure instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
      return refused(http.getResponse().getStatus());
    }
    return unexpected(failure);
  }

  private static Problem refused(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "There is nothing at this address. Begin at " + Addresses.ROOT);
      case 405 -> Problem.of(405, "The method is not allowed here; the Allow header tells which.");
      default -> Problem.of(status, "The request does not fit this address.");
    };
  }

  private static Optional<String> allow(Throwable failure) {
    return failure instanceof WebApplicationException http
        ? Optional.ofNullable(http.getResponse().getHeaderString(HttpHeaders.ALLOW))
        : Optional.empty();
  }

  private static Problem unexpected(Throwable failure) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected failure " + id, failure);
    return Problem.of(500, "The server failed to answer. Its log tells why under " + id + ".");
  }
}
