package org.drover.wps.web.admin;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** An answer that tells what went wrong (RFC 9457). */
final class Problem {

  private static final String MEDIA_TYPE = "application/problem+json";

  /** RFC 9110 §15.5.21; JAX-RS has no constant for it. */
  static final int UNPROCESSABLE_CONTENT = 422;

  private Problem() {}

  static Response of(int status, String detail) {
    String title =
        Optional.ofNullable(Response.Status.fromStatusCode(status))
            .map(Response.Status::getReasonPhrase)
            .orElse("Unprocessable Content");
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(
            Json.createObjectBuilder()
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString())
        .build();
  }
}
