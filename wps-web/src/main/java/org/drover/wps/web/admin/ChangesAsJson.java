package org.drover.wps.web.admin;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Keeps foreign pages out. A page of another origin cannot make a browser send JSON unless that is
 * granted to it, and here it never is; so whatever changes something must be JSON, even when there
 * is nothing to say. Nobody may keep an answer.
 */
@Provider
public class ChangesAsJson implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int LARGEST_BODY = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    if (READING.contains(request.getMethod())) {
      return;
    }
    if (!isJson(request.getMediaType())) {
      request.abortWith(
          Problem.of(415, "Requests that change something need Content-Type: application/json."));
    } else if (request.getLength() > LARGEST_BODY
        || request.getHeaderString("Transfer-Encoding") != null) {
      request.abortWith(
          Problem.of(413, "The body may have " + LARGEST_BODY + " bytes, told beforehand."));
    }
  }

  private static boolean isJson(MediaType type) {
    return type != null
        && type.getType().equalsIgnoreCase("application")
        && type.getSubtype().equalsIgnoreCase("json");
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
