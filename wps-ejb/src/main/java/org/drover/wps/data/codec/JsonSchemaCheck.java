package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds JSON against a schema in the dialect of OpenAPI 3.0. Nothing is fetched for it. */
public final class JsonSchemaCheck {

  /** JSON is held against a schema as a whole, in memory. */
  static final long LARGEST = 16 << 20;

  private static final int TOLD = 3;

  private static final JsonSchemaFactory SCHEMAS =
      new JsonSchemaFactory.Builder()
          .metaSchema(OpenApi30.getInstance())
          .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
          .schemaLoaders(it -> it.add(DisallowSchemaLoader.getInstance()))
          .build();

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .reader();

  /** As many as descriptions on offer have. */
  private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

  private JsonSchemaCheck() {}

  /**
   * Checks.
   *
   * @param length of the JSON, in bytes
   * @throws MalformedDataException if it is no JSON or not what the schema says; the message tells
   *     where
   */
  public static void check(String schema, InputStream json, long length) throws IOException {
    if (length > LARGEST) {
      throw MalformedDataException.tooLarge(
          "The JSON has " + length + " bytes; at most " + LARGEST + " can be checked.");
    }
    String violations =
        KNOWN.computeIfAbsent(schema, SCHEMAS::getSchema).validate(read(json)).stream()
            .map(ValidationMessage::getMessage)
            .map(Shortened::text)
            .sorted()
            .limit(TOLD)
            .collect(Collectors.joining("; "));
    if (!violations.isEmpty()) {
      throw new MalformedDataException("The JSON is not what its schema says: " + violations + ".");
    }
  }

  private static JsonNode read(InputStream json) throws IOException {
    try {
      JsonNode node = READER.readTree(json);
      if (node.isMissingNode()) {
        throw new MalformedDataException("There is no JSON.");
      }
      return node;
    } catch (JacksonException e) {
      throw new MalformedDataException(
          "This is no JSON: " + Shortened.text(e.getOriginalMessage()) + ".", e);
    }
  }
}
