package org.drover.wps.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** What a server says of its answers; holds them against it. */
final class ApiDefinition {

  private static final String ADDRESS = "https://definition.example/openapi.json";

  private final JsonNode document;
  private final JsonSchemaFactory schemas;

  ApiDefinition(byte[] json) {
    try {
      this.document = new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V7,
            builder ->
                builder
                    .metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                    .schemaLoaders(it -> it.schemas(Map.of(ADDRESS, document.toString()))));
  }

  /**
   * Requires that an answer is one the definition tells of.
   *
   * @param path below the API, without a query
   * @param type media type, without parameters; empty when there is no body
   */
  void require(String method, String path, int status, String type, byte[] body) {
    Optional<String> template = template(path);
    if (template.isEmpty()) {
      assertThat(status).as(path).isEqualTo(404);
      requireSchema("/components/schemas/exception", type, body);
      return;
    }
    String operation =
        "/paths/" + escaped(template.get()) + "/" + method.toLowerCase(java.util.Locale.ROOT);
    if (document.at(operation).isMissingNode()) {
      assertThat(status).as(method + " " + path).isEqualTo(405);
      requireSchema("/components/schemas/exception", type, body);
      return;
    }
    String response = operation + "/responses/" + status;
    assertThat(document.at(response).isMissingNode()).as(response + " is not defined").isFalse();
    if (document.at(response).has("$ref")) {
      response = document.at(response).get("$ref").textValue().substring(1);
    }
    if (type.isEmpty()) {
      return;
    }
    String content = response + "/content/" + escaped(type);
    if (document.at(content).isMissingNode()) {
      assertThat(document.at(response + "/content").has("*/*")).as(content).isTrue();
      return;
    }
    requireSchema(content + "/schema", type, body);
  }

  private static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }

  /** The path as the definition has it, the most literal first. */
  private Optional<String> template(String path) {
    String found = null;
    for (Map.Entry<String, JsonNode> each : document.get("paths").properties()) {
      String pattern = each.getKey().replaceAll("\\{[^}]+}", "[^/]+");
      if ((path.isEmpty() ? "/" : path).matches(pattern)
          && (found == null || each.getKey().indexOf('{') < 0)) {
        found = each.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  /** Requires that JSON obeys a schema of the definition. */
  void requireSchema(String pointer, String type, byte[] body) {
    if (!type.endsWith("json")) {
      return;
    }
    try {
      JsonNode json = new ObjectMapper().readTree(body);
      assertThat(
              schemas
                  .getSchema(
                      SchemaLocation.of(
                          ADDRESS + "#" + pointer.replace("{", "%7B").replace("}", "%7D")))
                  .validate(json))
          .as(pointer + " of " + json)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }
}
