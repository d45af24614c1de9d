package org.drover.wps.web.ogcapi;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.web.ogcapi.describe.ApiDefinition;
import org.drover.wps.web.ogcapi.document.Accepted;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Documents;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.document.Representation;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.ServiceMetadata;

/** The landing page, what is conformed to, and the definition of the API (18-062r2 §7.2-7.5). */
@Path("")
public class RootResource {

  private static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String PART_1 = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
  private static final String PART_2 = "http://www.opengis.net/spec/ogcapi-processes-2/1.0/conf/";
  private static final List<String> CLASSES =
      List.of(
          "core",
          "ogc-process-description",
          "json",
          "html",
          "oas30",
          "job-list",
          "callback",
          "dismiss");
  private static final List<String> CLASSES_OF_PART_2 =
      List.of("deploy-replace-undeploy", "ogcapppkg");
  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  @Context private HttpServletRequest request;

  @GET
  public Response landing() {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    Addresses addresses = exchange.addresses();
    ServiceMetadata service = ServiceMetadata.fromSettings();
    List<Link> links = new ArrayList<>(Addresses.selfAndAlternate(addresses.root(), as));
    links.add(new Link(addresses.api(), "service-desc", OPENAPI, "API definition"));
    links.add(new Link(addresses.api() + "?f=html", "service-doc", Link.HTML, "API definition"));
    links.add(new Link(addresses.conformance(), OGC + "conformance", Link.JSON, "Conformance"));
    links.add(new Link(addresses.conformance(), "conformance", Link.JSON, "Conformance"));
    links.add(new Link(addresses.processes(), OGC + "processes", Link.JSON, "Processes"));
    links.add(new Link(addresses.jobs(), OGC + "job-list", Link.JSON, "Your jobs"));
    JsonObject landing =
        Json.createObjectBuilder()
            .add("title", service.title())
            .add("description", service.summary())
            .add("links", Link.array(links))
            .build();
    return kept(as, service.title(), landing, exchange);
  }

  @GET
  @Path("conformance")
  public Response conformance() {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    JsonArrayBuilder classes = Json.createArrayBuilder();
    CLASSES.forEach(it -> classes.add(PART_1 + it));
    CLASSES_OF_PART_2.forEach(it -> classes.add(PART_2 + it));
    List<Link> links = Addresses.selfAndAlternate(exchange.addresses().conformance(), as);
    JsonObject conformance =
        Json.createObjectBuilder()
            .add("conformsTo", classes)
            .add("links", Link.array(links))
            .build();
    return kept(as, "Conformance", conformance, exchange);
  }

  @GET
  @Path("api")
  public Response api() {
    Exchange exchange = new Exchange(request);
    Representation as = api(exchange);
    CachedDocument document =
        new CachedDocument(
            Documents.bytes(
                as,
                "API definition",
                ApiDefinition.write(exchange.addresses(), ServiceMetadata.fromSettings())));
    String type = as == Representation.HTML ? Documents.type(as) : jsonType(exchange);
    return Documents.kept(exchange.request(), document, type);
  }

  /** The media type of OpenAPI is as good as any JSON. */
  private static Representation api(Exchange exchange) {
    boolean named = exchange.accepted().names("application", "vnd.oai.openapi+json");
    return exchange.format().isEmpty() && named ? Representation.JSON : exchange.representation();
  }

  private static String jsonType(Exchange exchange) {
    Accepted accepted = exchange.accepted();
    return accepted.quality("application", "vnd.oai.openapi+json") > 0
            || exchange.format().isPresent()
        ? OPENAPI
        : Link.JSON;
  }

  private static Response kept(
      Representation as, String heading, JsonObject document, Exchange exchange) {
    byte[] bytes = Documents.bytes(as, heading, document);
    return Documents.kept(exchange.request(), new CachedDocument(bytes), Documents.type(as));
  }
}
