package org.drover.wps.web.ogcapi.describe;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ows.ServiceMetadata;

/**
 * The definition of the API in OpenAPI 3.0 (18-062r2 §9.4): a resource of this package, with the
 * address and the words of this server.
 */
public final class ApiDefinition {

  private static final JsonObject TEMPLATE = read();

  private ApiDefinition() {}

  private static JsonObject read() {
    try (JsonReader reader =
        Json.createReader(ApiDefinition.class.getResourceAsStream("openapi.json"))) {
      return reader.readObject();
    }
  }

  /** The definition of this server. */
  public static JsonObject write(Addresses addresses, ServiceMetadata service) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    TEMPLATE.forEach(json::add);
    return json.add("info", info(service))
        .add(
            "servers",
            Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", addresses.root())))
        .build();
  }

  private static JsonObjectBuilder info(ServiceMetadata service) {
    JsonObjectBuilder info =
        Json.createObjectBuilder(TEMPLATE.getJsonObject("info"))
            .add("title", service.title())
            .add("description", service.summary());
    JsonObjectBuilder contact = Json.createObjectBuilder().add("name", service.providerName());
    if (!service.providerSite().isEmpty()) {
      contact.add("url", service.providerSite());
    }
    if (!service.contactMail().isEmpty()) {
      contact.add("email", service.contactMail());
    }
    return info.add("contact", contact);
  }
}
