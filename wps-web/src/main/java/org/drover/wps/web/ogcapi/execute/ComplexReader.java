package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.FormatMatch;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.json.JsonCopy;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/**
 * Reads structured data: a string, any JSON, a qualified value, or a link. Which one an object is
 * shows with its first member that does not describe it; what came before is held until then.
 */
final class ComplexReader {

  /**
   * Members that stand beside {@code value} or {@code href}; GeoJSON too begins with {@code type}.
   */
  private static final Set<String> DESCRIBING =
      Set.of("mediaType", "encoding", "schema", "format", "type", "rel", "title", "hreflang");

  private final RequestJson json;
  private final ValueStore store;
  private final InputDescription input;
  private final List<Format> formats;

  ComplexReader(RequestJson json, ValueStore store, InputDescription input) {
    this.json = json;
    this.store = store;
    this.input = input;
    this.formats = ((DataDescription.Complex) input.data()).formats();
  }

  InputValue read() throws IOException {
    return switch (json.token()) {
      case START_OBJECT -> object();
      case VALUE_STRING -> ofText(DeclaredFormat.NONE, text());
      default -> ofJson(DeclaredFormat.NONE, json());
    };
  }

  private InputValue object() throws IOException {
    ObjectNode held = JsonNodeFactory.instance.objectNode();
    while (json.next() == JsonToken.FIELD_NAME) {
      String name = json.name();
      JsonToken token = json.next();
      if (name.equals("value")) {
        return qualified(held);
      }
      if (name.equals("href") && token == JsonToken.VALUE_STRING) {
        held.set(name, json.small(input.id()));
        describe(held);
        return ValueReader.reference(input, held);
      }
      if (!DESCRIBING.contains(name) || token == JsonToken.START_ARRAY) {
        return ofJson(DeclaredFormat.NONE, inline(held, name));
      }
      held.set(name, json.small(input.id()));
    }
    return ofJson(DeclaredFormat.NONE, inline(held, ""));
  }

  /** Reads what else describes the value or link. */
  private void describe(ObjectNode held) throws IOException {
    while (json.next() == JsonToken.FIELD_NAME) {
      String name = json.name();
      json.next();
      if (DESCRIBING.contains(name)) {
        held.set(name, json.small(input.id()));
      } else {
        json.skip();
      }
    }
  }

  private InputValue qualified(ObjectNode held) throws IOException {
    boolean text = json.token() == JsonToken.VALUE_STRING;
    Content value = text ? text() : json();
    describe(held);
    JsonNode format = held.path("format").isObject() ? held.path("format") : held;
    DeclaredFormat declared = OutputsReader.format(format, "mediaType");
    return text ? ofText(declared, value) : ofJson(declared, value);
  }

  private Content inline(ObjectNode held, String name) throws IOException {
    return store.keep(
        input,
        out -> {
          try (JsonGenerator copy = JsonCopy.generator(out)) {
            copy.writeStartObject();
            for (Map.Entry<String, JsonNode> each : held.properties()) {
              copy.writeFieldName(each.getKey());
              copy.writeRawValue(each.getValue().toString());
            }
            if (!name.isEmpty()) {
              copy.writeFieldName(name);
              json.copyTo(copy);
              rest(copy);
            }
            copy.writeEndObject();
          }
        });
  }

  private void rest(JsonGenerator copy) throws IOException {
    while (json.next() == JsonToken.FIELD_NAME) {
      copy.writeFieldName(json.name());
      json.next();
      json.copyTo(copy);
    }
  }

  private Content json() throws IOException {
    return store.keep(
        input,
        out -> {
          try (JsonGenerator copy = JsonCopy.generator(out)) {
            json.copyTo(copy);
          }
        });
  }

  private Content text() throws IOException {
    Optional<Content> taken = json.longText();
    return taken.isPresent() ? taken.get() : store.keep(input, json.text());
  }

  private InputValue ofJson(DeclaredFormat declared, Content value) {
    if (!declared.isNone()) {
      FormatMatch.resolve(formats, declared)
          .filter(it -> !ValueStore.isJson(it))
          .ifPresent(it -> refuse("Data of " + it.mediaType() + " must be a string."));
      return new InputValue.Complex(declared, value);
    }
    Format format =
        find(ValueStore::isJson)
            .orElseThrow(
                () ->
                    ValueReader.refused(
                        input, "The value must be a string: " + FormatMatch.list(formats) + "."));
    return new InputValue.Complex(DeclaredFormat.of(format), value);
  }

  private void refuse(String what) {
    throw ValueReader.refused(input, what);
  }

  private InputValue ofText(DeclaredFormat declared, Content text) throws IOException {
    Optional<Format> format =
        declared.isNone() ? Optional.of(guess(text)) : FormatMatch.resolve(formats, declared);
    if (format.isEmpty()) {
      return new InputValue.Complex(declared, text); // to be refused with those that there are
    }
    return new InputValue.Complex(DeclaredFormat.of(format.get()), bytes(format.get(), text));
  }

  private Content bytes(Format format, Content text) throws IOException {
    if (format.isBase64()) {
      return store.decoded(input, text);
    }
    if (!format.baseType().equals(Format.JSON.baseType())) {
      return text;
    }
    return store.keep(
        input,
        out -> {
          try (JsonGenerator string = JsonCopy.generator(out)) {
            JsonCopy.writeText(string, text);
          }
        });
  }

  /** A string without a format: XML shows itself; else it is the first that is not XML or JSON. */
  private Format guess(Content text) throws IOException {
    try (InputStream in = text.open()) {
      boolean xml =
          new String(in.readNBytes(64), java.nio.charset.StandardCharsets.UTF_8)
              .strip()
              .startsWith("<");
      return find(it -> !ValueStore.isJson(it) && it.isXml() == xml)
          .or(() -> find(it -> !ValueStore.isJson(it)))
          .orElse(formats.get(0));
    }
  }

  private Optional<Format> find(Predicate<Format> which) {
    return formats.stream().filter(which).findFirst();
  }
}
