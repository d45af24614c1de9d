package org.drover.wps.web.ogcapi.job;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.job.JobPage;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.document.Representation;

/** Writes jobList.yaml. */
public final class JobListJson {

  private JobListJson() {}

  /**
   * A page. The next begins after the last job of this one, so what comes meanwhile moves nothing.
   *
   * @param query as in the URL; null for none
   */
  public static JsonObject write(
      JobPage page, Addresses addresses, String query, Representation as) {
    JsonArrayBuilder jobs = Json.createArrayBuilder();
    StatusInfo writer = new StatusInfo(addresses);
    page.jobs().forEach(it -> jobs.add(writer.entry(it)));
    String kept = without(query, "f");
    String self = addresses.jobs() + (kept.isEmpty() ? "" : "?" + kept);
    List<Link> links = new ArrayList<>(Addresses.selfAndAlternate(self, as));
    links.add(new Link(addresses.root(), "up", Link.JSON, "Landing page"));
    if (page.more()) {
      links.add(new Link(addresses.jobs() + next(kept, page), "next", type(as), "Next page"));
    }
    return Json.createObjectBuilder().add("jobs", jobs).add("links", Link.array(links)).build();
  }

  private static String type(Representation as) {
    return as == Representation.HTML ? Link.HTML : Link.JSON;
  }

  private static String next(String kept, JobPage page) {
    String last = "after=" + page.jobs().get(page.jobs().size() - 1).id();
    return Stream.of(without(kept, "after"), last)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String without(String query, String parameter) {
    return Arrays.stream(Optional.ofNullable(query).orElse("").split("&", -1))
        .filter(it -> !it.isEmpty() && !it.startsWith(parameter + "="))
        .collect(Collectors.joining("&"));
  }
}
