package org.drover.wps.command;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Reads YAML and holds it against the published schema; its nodes know the lines they stand in. */
final class CommandYaml {

  private static final String SCHEMA = "command-process.schema.json";
  private static final long LARGEST = 1_000_000;

  private static final JsonNodeReader READER =
      JsonNodeReader.builder()
          .yamlMapper(
              new ObjectMapper(
                  YAMLFactory.builder()
                      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                      .build()))
          .locationAware()
          .build();

  private static final JsonSchema CHECK = schema();

  private CommandYaml() {}

  private static JsonSchema schema() {
    try (InputStream in = CommandYaml.class.getResourceAsStream(SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InvalidCommandFileException with the number of the line, counted from 1
   */
  static JsonNode read(Path file) throws IOException, InvalidCommandFileException {
    if (Files.size(file) > LARGEST) {
      throw new InvalidCommandFileException(file.getFileName() + " is larger than a megabyte");
    }
    JsonNode root = parse(file);
    ValidationMessage first =
        CHECK.validate(root).stream()
            .min(Comparator.comparingInt(it -> line(it.getInstanceNode())))
            .orElse(null);
    if (first != null) {
      throw problem(file, first.getInstanceNode(), first.getMessage());
    }
    return root;
  }

  private static JsonNode parse(Path file) throws IOException, InvalidCommandFileException {
    try (InputStream in = Files.newInputStream(file)) {
      JsonNode root = READER.readTree(in, InputFormat.YAML);
      if (!root.isObject()) {
        throw new InvalidCommandFileException(file.getFileName() + " describes nothing");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw unreadable(file, e);
    } catch (IllegalArgumentException e) {
      throw e.getCause() instanceof JsonProcessingException cause
          ? unreadable(file, cause)
          : new InvalidCommandFileException(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static InvalidCommandFileException unreadable(Path file, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String line = at == null ? "" : ", line " + at.getLineNr();
    return new InvalidCommandFileException(
        file.getFileName() + line + ": " + e.getOriginalMessage().replaceAll("\\s+", " "), e);
  }

  static InvalidCommandFileException problem(Path file, JsonNode at, String message) {
    return new InvalidCommandFileException(
        file.getFileName() + ", line " + line(at) + ": " + message);
  }

  private static int line(JsonNode node) {
    JsonLocation at = JsonNodes.tokenLocationOf(node);
    return at == null ? 0 : at.getLineNr();
  }
}
