package org.drover.wps.command;

import static org.drover.wps.command.CommandDefinition.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.drover.wps.command.FormatTraits.Traits;
import org.drover.wps.data.codec.LiteralCodec;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.Metadata;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.Texts;

/** Reads the inputs and outputs of a file that has passed the schema. */
final class DataReader {

  private static final long MEGABYTE = 1_000_000;

  private final Map<FormatTraits.Key, Traits> traits = new HashMap<>();

  /** What was said of formats in all that was read. */
  FormatTraits traits() {
    return new FormatTraits(traits);
  }

  /**
   * Reads an input.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  InputDescription input(String id, JsonNode node) {
    boolean defaulted = node.has("default");
    int least = defaulted || node.path("optional").asBoolean() ? 0 : 1;
    int most = node.path("maximum-occurs").asInt(1);
    DataDescription data = data(id, node);
    if (defaulted && most > 1) {
      throw new IllegalArgumentException("an input with a default may be given once only");
    }
    return new InputDescription(id, texts(node), least, most, data, valueType(data));
  }

  /**
   * Reads an output.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  OutputDescription output(String id, JsonNode node) {
    DataDescription data = data(id, node);
    return new OutputDescription(id, texts(node), data, valueType(data));
  }

  static Texts texts(JsonNode node) {
    List<Metadata> metadata = new ArrayList<>();
    node.path("metadata")
        .forEach(
            it -> metadata.add(new Metadata(it.get("title").asText(), it.get("href").asText())));
    return new Texts(
        node.get("title").asText(),
        text(node, "abstract").orElse("").trim(),
        list(node.path("keywords")),
        metadata);
  }

  static List<String> list(JsonNode node) {
    List<String> all = new ArrayList<>();
    node.forEach(it -> all.add(it.asText()));
    return all;
  }

  private DataDescription data(String id, JsonNode node) {
    if (Stream.of("type", "formats", "crs").filter(node::has).count() != 1) {
      throw new IllegalArgumentException(
          "'" + id + "' needs a type, or formats, or crs, and only one of them");
    }
    requireOnlyWith(node, "type", "units", "unit", "values", "minimum", "maximum");
    requireOnlyWith(node, "formats", "maximum-megabytes");
    if (node.has("type")) {
      return literal(node);
    }
    if (node.has("formats")) {
      if (node.has("default")) {
        throw new IllegalArgumentException("complex data has no default; make it optional");
      }
      return complex(id, node);
    }
    return new DataDescription.Box(list(node.get("crs")), text(node, "default"));
  }

  private static void requireOnlyWith(JsonNode node, String owner, String... keys) {
    for (String key : keys) {
      if (node.has(key) && !node.has(owner)) {
        throw new IllegalArgumentException("'" + key + "' goes with '" + owner + "' alone");
      }
    }
  }

  private static Class<?> valueType(DataDescription data) {
    if (data instanceof DataDescription.Literal literal) {
      return literal.type().javaType();
    }
    return data instanceof DataDescription.Complex ? ComplexData.class : BoundingBox.class;
  }

  private static DataDescription.Literal literal(JsonNode node) {
    LiteralType type =
        Arrays.stream(LiteralType.values())
            .filter(it -> it.xsdName().equals(node.get("type").asText()))
            .findFirst()
            .orElseThrow();
    List<String> units = new ArrayList<>(list(node.path("units")));
    text(node, "unit").ifPresent(units::add);
    if (!units.isEmpty() && !type.isNumber()) {
      throw new IllegalArgumentException("a " + type.xsdName() + " has no unit");
    }
    Stream.concat(
            list(node.path("values")).stream(),
            Stream.of("minimum", "maximum", "default").flatMap(it -> text(node, it).stream()))
        .forEach(it -> LiteralCodec.parse(type, it));
    Optional<String> usual = text(node, "default");
    List<String> values = list(node.path("values"));
    if (usual.isPresent() && !values.isEmpty() && !values.contains(usual.get())) {
      throw new IllegalArgumentException("the default is none of the values");
    }
    return new DataDescription.Literal(type, units, allowed(node), usual);
  }

  private static AllowedValues allowed(JsonNode node) {
    List<String> values = list(node.path("values"));
    Optional<String> least = text(node, "minimum");
    Optional<String> most = text(node, "maximum");
    if (least.isEmpty() && most.isEmpty()) {
      return values.isEmpty()
          ? new AllowedValues.Any()
          : new AllowedValues.OneOf(values, List.of());
    }
    return new AllowedValues.OneOf(
        values, List.of(new AllowedValues.Range(least, most, Optional.empty(), false, false)));
  }

  private DataDescription.Complex complex(String id, JsonNode node) {
    List<Format> formats = new ArrayList<>();
    for (JsonNode each : node.get("formats")) {
      Format format =
          new Format(
              each.get("type").asText(),
              text(each, "encoding").orElse(""),
              text(each, "schema").orElse(""));
      formats.add(format);
      traits.put(
          new FormatTraits.Key(id, format),
          new Traits(text(each, "extension"), text(each, "name")));
    }
    return new DataDescription.Complex(
        formats,
        node.has("maximum-megabytes")
            ? OptionalLong.of(node.get("maximum-megabytes").asLong() * MEGABYTE)
            : OptionalLong.empty());
  }
}
