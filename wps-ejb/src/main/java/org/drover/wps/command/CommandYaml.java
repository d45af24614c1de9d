package org.drover.wps.command;

import com.fasterxml.jackson.core.JsonFactory;
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
import com.networknt.schema.serialization.node.JsonLocationAware;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Reads YAML and holds it against the published schema; its nodes know the lines they stand in. */
public final class CommandYaml {

  private static final String SCHEMA = "command-process.schema.json";
  private static final long LARGEST = 1_000_000;

  private static final JsonNodeReader READER =
      JsonNodeReader.builder()
          .yamlMapper(
              new ObjectMapper(
                  YAMLFactory.builder()
                      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                      .build()))
          .jsonMapper(
              new ObjectMapper(
                  JsonFactory.builder()
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
    String name = file.getFileName().toString();
    if (Files.size(file) > LARGEST) {
      throw new InvalidCommandFileException(name + " is larger than a megabyte");
    }
    return checked(name, parse(name, Files.readString(file)));
  }

  /**
   * Holds what has been read against the schema.
   *
   * @param name what to call it in messages
   */
  static JsonNode checked(String name, JsonNode root) throws InvalidCommandFileException {
    ValidationMessage first =
        CHECK.validate(root).stream()
            .min(Comparator.comparingInt(it -> line(it.getInstanceNode())))
            .orElse(null);
    if (first != null) {
      throw problem(name, first.getInstanceNode(), first.getMessage());
    }
    return root;
  }

  /**
   * Reads text whose nodes know their lines; what they mean is not checked.
   *
   * @param name what to call it in messages
   * @param text YAML, or JSON, of which YAML parsers refuse some
   * @throws InvalidCommandFileException if it is neither, or no mapping
   */
  public static JsonNode parse(String name, String text) throws InvalidCommandFileException {
    boolean json = text.stripLeading().startsWith("{\"");
    return parse(name, text, json ? InputFormat.JSON : InputFormat.YAML);
  }

  private static JsonNode parse(String name, String text, InputFormat format)
      throws InvalidCommandFileException {
    try {
      JsonNode root = READER.readTree(text, format);
      if (!root.isObject()) {
        throw new InvalidCommandFileException(name + " describes nothing");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw unreadable(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw e.getCause() instanceof JsonProcessingException cause
          ? unreadable(name, cause)
          : new InvalidCommandFileException(name + ": " + e.getMessage(), e);
    }
  }

  private static InvalidCommandFileException unreadable(String name, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String line = at == null ? "" : ", line " + at.getLineNr();
    return new InvalidCommandFileException(
        name + line + ": " + e.getOriginalMessage().replaceAll("\\s+", " "), e);
  }

  /** Tells what is wrong, and the line of a node that has been read from text. */
  public static InvalidCommandFileException problem(String name, JsonNode at, String message) {
    int line = line(at);
    return new InvalidCommandFileException(
        name + (line == 0 ? "" : ", line " + line) + ": " + message);
  }

  private static int line(JsonNode node) {
    return node instanceof JsonLocationAware aware ? aware.tokenLocation().getLineNr() : 0;
  }
}
