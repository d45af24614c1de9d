package org.drover.wps.web.ogcapi.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The public addresses of the resources.
 *
 * @param base of the server, without a slash at the end
 */
public record Addresses(String base) {

  /** Path of the API below the server. */
  public static final String ROOT = "/ogcapi";

  /** The landing page, without a slash at the end. */
  public String root() {
    return base + ROOT;
  }

  public String api() {
    return root() + "/api";
  }

  public String conformance() {
    return root() + "/conformance";
  }

  public String processes() {
    return root() + "/processes";
  }

  public String process(String id) {
    return processes() + "/" + segment(id);
  }

  public String execution(String process) {
    return process(process) + "/execution";
  }

  public String jobs() {
    return root() + "/jobs";
  }

  public String job(Object id) {
    return jobs() + "/" + id;
  }

  public String results(Object job) {
    return job(job) + "/results";
  }

  /** One output of a job by itself. */
  public String result(Object job, String output) {
    return results(job) + "/" + segment(output);
  }

  public String definition(Object job) {
    return job(job) + "/definition";
  }

  /** The links of a document to itself, and to itself in the other representation. */
  public static List<Link> selfAndAlternate(String address, Representation self) {
    Link json = new Link(with(address, "json"), rel(self, Representation.JSON), Link.JSON, "JSON");
    Link html = new Link(with(address, "html"), rel(self, Representation.HTML), Link.HTML, "HTML");
    return self == Representation.JSON ? List.of(json, html) : List.of(html, json);
  }

  private static String rel(Representation self, Representation other) {
    return self == other ? "self" : "alternate";
  }

  private static String with(String address, String format) {
    return address + (address.indexOf('?') < 0 ? '?' : '&') + "f=" + format;
  }

  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
