package org.drover.wps.web.admin;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/** Whatever goes wrong, as a problem. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ErrorMapper.class.getName());

  /** The mechanism of the server as installed; RFC 9110 §11.6.1 wants one to be named. */
  private static final String CHALLENGE = "Basic realm=\"Drover\", charset=\"UTF-8\"";

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WpsException known) {
      return known(known);
    }
    if (failure instanceof InvalidRequestException invalid) {
      return Problem.of(Problem.UNPROCESSABLE_CONTENT, invalid.getMessage());
    }
    if (failure instanceof WebApplicationException http) {
      return refused(http.getResponse());
    }
    return unexpected(failure);
  }

  private static Response known(WpsException failure) {
    Response problem = Problem.of(status(failure.fault()), failure.getMessage());
    return failure.fault() == Fault.NOT_AUTHENTICATED
        ? Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build()
        : problem;
  }

  private static int status(Fault fault) {
    return switch (fault) {
      case NOT_AUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NO_SUCH_JOB -> 404;
      case WRONG_STATE -> 409;
      case SERVER_BUSY, UNAVAILABLE -> 503;
      default -> 500;
    };
  }

  /** What JAX-RS refuses by itself: no such resource, method or media type. */
  private static Response refused(Response bare) {
    Response problem =
        Problem.of(
            bare.getStatus(),
            "This is not offered at this address; docs/administration.md lists what is.");
    return bare.getHeaderString("Allow") == null
        ? problem
        : Response.fromResponse(problem).header("Allow", bare.getHeaderString("Allow")).build();
  }

  private static Response unexpected(Throwable failure) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected failure " + id, failure);
    return Problem.of(500, "The server failed to answer. Its log tells why under " + id + ".");
  }
}
