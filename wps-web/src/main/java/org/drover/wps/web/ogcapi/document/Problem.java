package org.drover.wps.web.ogcapi.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What went wrong (18-062r2, exception.yaml; RFC 9457).
 *
 * @param type address or name of the kind of problem; {@code about:blank} for none but the status
 * @param detail one or two sentences for the client
 * @param locator the input, output, job or parameter it is about
 * @param retryAfter seconds after which it may go better
 */
public record Problem(
    String type, int status, String detail, Optional<String> locator, OptionalLong retryAfter) {

  /** Where the standard's kinds of problems are named. */
  public static final String OGC = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  /** Where the kinds of problems are named that the standard has no name for. */
  public static final String OWN = "urn:x-drover:problem:";

  private static final int UNPROCESSABLE_CONTENT = 422;
  private static final int INSUFFICIENT_STORAGE = 507;

  /** A problem of which the status says enough. */
  public static Problem of(int status, String detail) {
    return new Problem("about:blank", status, detail, Optional.empty(), OptionalLong.empty());
  }

  /** A problem of a kind. */
  public static Problem of(String type, int status, String detail, Optional<String> locator) {
    return new Problem(type, status, detail, locator, OptionalLong.empty());
  }

  public Problem retryAfter(long seconds) {
    return new Problem(type, status, detail, locator, OptionalLong.of(seconds));
  }

  /** RFC 9110 §15. */
  String title() {
    return switch (status) {
      case UNPROCESSABLE_CONTENT -> "Unprocessable Content";
      case INSUFFICIENT_STORAGE -> "Insufficient Storage";
      default ->
          Optional.ofNullable(Response.Status.fromStatusCode(status))
              .map(Response.Status::getReasonPhrase)
              .orElse("Problem");
    };
  }

  JsonObject json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", type)
            .add("title", title())
            .add("status", status)
            .add("detail", detail);
    locator.ifPresent(it -> json.add("locator", it));
    return json.build();
  }
}
