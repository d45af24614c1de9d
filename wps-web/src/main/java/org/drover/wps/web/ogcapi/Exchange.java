package org.drover.wps.web.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.JobId;
import org.drover.wps.security.Caller;
import org.drover.wps.web.ogcapi.document.Accepted;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.OriginalRequest;
import org.drover.wps.web.ogcapi.document.Problem;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.drover.wps.web.ogcapi.document.Representation;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.Kvp;
import org.drover.wps.web.ows.PublicUrl;

/** One request, as the resources ask about it. */
final class Exchange {

  private final HttpServletRequest request;

  Exchange(HttpServletRequest seen) {
    this.request = OriginalRequest.of(seen);
  }

  HttpServletRequest request() {
    return request;
  }

  Caller caller() {
    return Callers.of(request);
  }

  Addresses addresses() {
    return new Addresses(PublicUrl.fromSettings().base(request));
  }

  Accepted accepted() {
    return Accepted.of(joined("Accept"));
  }

  private String joined(String header) {
    List<String> values = Collections.list(request.getHeaders(header));
    return values.isEmpty() ? null : String.join(",", values);
  }

  List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  /** The parameter {@code f}, if it is there. */
  Optional<String> format() {
    return Kvp.of(request.getQueryString()).find("f");
  }

  /** How the client wants the resource. */
  Representation representation() {
    return Representation.negotiate(format().orElse(null), accepted());
  }

  /** Whether the client wants a page where the resource has a form of its own besides. */
  boolean isForPeople() {
    return format().isPresent()
        ? representation() == Representation.HTML
        : accepted().quality("text", "html") > accepted().quality("application", "json");
  }

  /** Requires a body of JSON, plain as it is. */
  void requireJson() {
    String type = Optional.ofNullable(request.getContentType()).orElse("nothing");
    String base = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    if (!base.equals("application/json") && !base.matches("application/[a-z0-9.-]+\\+json")) {
      throw new ProblemException(
          Problem.of(415, "Send JSON with Content-Type: application/json, not " + type + "."));
    }
    String encoding = Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          Problem.of(415, "Content-Encoding " + encoding + " is not accepted. Send it plain."));
    }
  }

  /** The job with this identifier, which may not be one. */
  static JobId job(String text) {
    return JobId.parse(text)
        .orElseThrow(
            () ->
                new WpsException(
                    Fault.NO_SUCH_JOB, text, "There is no job '" + text + "', nor can there be."));
  }
}
