package org.drover.wps.web.ogcapi;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.web.ogcapi.describe.ProcessJson;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Documents;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.document.PageLimit;
import org.drover.wps.web.ogcapi.document.Representation;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.DocumentCache;

/** The processes on offer, and each of them (18-062r2 §7.7, §7.8, §8). */
@Path("processes")
public class ProcessesResource {

  private static final String EXECUTE = "http://www.opengis.net/def/rel/ogc/1.0/execute";

  /** Shared by the resources, of which each request has its own. */
  private static final DocumentCache<Object> CACHE = new DocumentCache<>();

  @Inject private CallerCatalogue catalogue;
  @Context private HttpServletRequest request;
  @Context private UriInfo uri;

  /** What a page depends on besides the catalogue. */
  private record Page(
      Addresses addresses, Representation as, Set<String> hidden, int offset, int limit) {}

  /** What a description depends on. */
  private record Description(Addresses addresses, Representation as, String process) {}

  @GET
  public Response list() {
    Exchange exchange = new Exchange(request);
    Page page =
        new Page(
            exchange.addresses(),
            exchange.representation(),
            catalogue.hiddenFrom(exchange.caller()),
            PageLimit.offset(uri.getQueryParameters()),
            PageLimit.read(uri.getQueryParameters()));
    CachedDocument document =
        CACHE.get(
            catalogue.updateSequence(),
            page,
            key -> Documents.bytes(page.as(), "Processes", write(page)));
    return Documents.kept(exchange.request(), document, Documents.type(page.as()));
  }

  private JsonObject write(Page page) {
    List<Offering> all = catalogue.listBut(page.hidden());
    int from = Math.min(page.offset(), all.size());
    int to = Math.min(from + page.limit(), all.size());
    JsonArrayBuilder processes = Json.createArrayBuilder();
    for (Offering offering : all.subList(from, to)) {
      ProcessDescription process = offering.description();
      processes.add(ProcessJson.summary(process, links(page.addresses(), page.as(), process)));
    }
    return Json.createObjectBuilder()
        .add("processes", processes)
        .add("links", Link.array(links(page, from, to < all.size())))
        .build();
  }

  private static List<Link> links(Page page, int from, boolean more) {
    List<Link> links = new ArrayList<>(Addresses.selfAndAlternate(address(page, from), page.as()));
    links.add(new Link(page.addresses().root(), "up", Link.JSON, "Landing page"));
    String type = page.as() == Representation.HTML ? Link.HTML : Link.JSON;
    if (more) {
      links.add(new Link(address(page, from + page.limit()), "next", type, "Next page"));
    }
    if (from > 0) {
      int before = Math.max(0, from - page.limit());
      links.add(new Link(address(page, before), "prev", type, "Previous page"));
    }
    return links;
  }

  private static String address(Page page, int offset) {
    return page.addresses().processes()
        + "?limit="
        + page.limit()
        + (offset == 0 ? "" : "&offset=" + offset);
  }

  @GET
  @Path("{process}")
  public Response describe(@PathParam("process") String id) {
    Exchange exchange = new Exchange(request);
    Description wanted = new Description(exchange.addresses(), exchange.representation(), id);
    ProcessDescription process =
        catalogue
            .findOffering(id, exchange.caller())
            .map(Offering::description)
            .orElseThrow(() -> unknown(id));
    CachedDocument document =
        CACHE.get(
            catalogue.updateSequence(),
            wanted,
            key ->
                Documents.bytes(
                    wanted.as(),
                    process.texts().title(),
                    ProcessJson.description(
                        process, links(wanted.addresses(), wanted.as(), process))));
    return Documents.kept(exchange.request(), document, Documents.type(wanted.as()));
  }

  static List<Link> links(Addresses addresses, Representation as, ProcessDescription process) {
    List<Link> links =
        new ArrayList<>(Addresses.selfAndAlternate(addresses.process(process.id()), as));
    links.add(new Link(addresses.execution(process.id()), EXECUTE, Link.JSON, "Execute (POST)"));
    return links;
  }

  private static WpsException unknown(String id) {
    return new WpsException(
        Fault.NO_SUCH_PROCESS,
        id,
        "There is no process '" + id + "'. The list of processes tells those on offer.");
  }
}
