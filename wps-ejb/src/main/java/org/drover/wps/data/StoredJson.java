package org.drover.wps.data;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Writes requests, outputs, parts and states as JSON, as they are stored in rows. Only plain data:
 * no class names are written or obeyed. Files are named relative to the data folder, so that it can
 * be moved.
 */
public class StoredJson {

  private final ObjectMapper mapper;

  /** For the container's proxy. */
  protected StoredJson() {
    this.mapper = null;
  }

  /**
   * @param dataFolder what file names are relative to
   */
  public StoredJson(Path dataFolder) {
    SimpleModule contents = new SimpleModule();
    contents.addSerializer(Content.class, new ContentWriter(dataFolder));
    contents.addDeserializer(Content.class, new ContentReader(dataFolder));
    mapper = builder(contents).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /**
   * @param contents how bytes are written
   */
  static JsonMapper.Builder builder(SimpleModule contents) {
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), new JavaTimeModule(), contents)
        .addMixIn(InputValue.class, ByName.class)
        .addMixIn(OutputValue.class, ByName.class)
        .registerSubtypes(InputValue.class.getPermittedSubclasses())
        .registerSubtypes(OutputValue.class.getPermittedSubclasses());
  }

  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot be stored: " + value.getClass(), e);
    }
  }

  /** Reads what {@link #write} wrote of an object of this very type. */
  public <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("stored data cannot be read as " + type, e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  private interface ByName {}

  private static final class ContentWriter extends JsonSerializer<Content> {
    private final Path folder;

    ContentWriter(Path folder) {
      this.folder = folder;
    }

    @Override
    public void serialize(Content content, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      if (content instanceof Content.InFile file) {
        out.writeStringField("file", folder.relativize(file.path()).toString());
        out.writeNumberField("length", file.length());
      } else if (content instanceof Content.InMemory memory) {
        out.writeBinaryField("bytes", memory.bytes());
      }
      out.writeEndObject();
    }

    @Override
    public void serializeWithType(
        Content content, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      serialize(content, out, provider);
    }
  }

  private static final class ContentReader extends JsonDeserializer<Content> {
    private final Path folder;

    ContentReader(Path folder) {
      this.folder = folder;
    }

    @Override
    public Content deserialize(JsonParser in, DeserializationContext context) throws IOException {
      JsonNode node = in.readValueAsTree();
      return node.has("file")
          ? new Content.InFile(
              folder.resolve(node.get("file").textValue()), node.get("length").longValue())
          : new Content.InMemory(node.get("bytes").binaryValue());
    }
  }
}
