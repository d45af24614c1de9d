package org.drover.wps.web.ogcapi.describe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.LiteralType;

/** Schemas of literals, in the dialect of OpenAPI 3.0 (18-062r2, schema.yaml). */
final class LiteralSchema {

  private final DataDescription.Literal literal;

  LiteralSchema(DataDescription.Literal literal) {
    this.literal = literal;
  }

  JsonObjectBuilder write() {
    JsonObjectBuilder schema = type(literal.type());
    if (literal.allowed() instanceof AllowedValues.OneOf allowed) {
      restrict(schema, allowed);
    }
    literal.defaultValue().ifPresent(it -> schema.add("default", value(it)));
    return schema;
  }

  static JsonObjectBuilder type(LiteralType type) {
    return switch (type) {
      case STRING -> named("string", "");
      case BOOLEAN -> named("boolean", "");
      case INT -> named("integer", "int32");
      case LONG -> named("integer", "int64");
      case INTEGER -> named("integer", "");
      case FLOAT -> named("number", "float");
      case DOUBLE -> named("number", "double");
      case DECIMAL -> named("number", "");
      case DATE -> named("string", "date");
      case DATE_TIME -> named("string", "date-time");
      case TIME -> named("string", "time");
      case DURATION -> named("string", "duration");
      case ANY_URI -> named("string", "uri");
    };
  }

  private static JsonObjectBuilder named(String type, String format) {
    JsonObjectBuilder schema = Json.createObjectBuilder().add("type", type);
    return format.isEmpty() ? schema : schema.add("format", format);
  }

  private void restrict(JsonObjectBuilder schema, AllowedValues.OneOf allowed) {
    List<AllowedValues.Range> ranges = literal.type().isNumber() ? allowed.ranges() : List.of();
    if (ranges.isEmpty() && allowed.ranges().isEmpty()) {
      schema.add("enum", values(allowed.values()));
    } else if (ranges.size() == 1 && allowed.values().isEmpty()) {
      limit(schema, ranges.get(0));
    } else if (!ranges.isEmpty()) {
      schema.add("anyOf", alternatives(allowed.values(), ranges));
    }
  }

  private JsonArrayBuilder alternatives(List<String> values, List<AllowedValues.Range> ranges) {
    JsonArrayBuilder alternatives = Json.createArrayBuilder();
    if (!values.isEmpty()) {
      alternatives.add(Json.createObjectBuilder().add("enum", values(values)));
    }
    for (AllowedValues.Range range : ranges) {
      JsonObjectBuilder one = Json.createObjectBuilder();
      limit(one, range);
      alternatives.add(one);
    }
    return alternatives;
  }

  private JsonArrayBuilder values(List<String> texts) {
    JsonArrayBuilder values = Json.createArrayBuilder();
    texts.forEach(it -> values.add(value(it)));
    return values;
  }

  private static void limit(JsonObjectBuilder schema, AllowedValues.Range range) {
    range.minimum().ifPresent(it -> schema.add("minimum", new BigDecimal(it)));
    range.maximum().ifPresent(it -> schema.add("maximum", new BigDecimal(it)));
    if (range.minOpen()) {
      schema.add("exclusiveMinimum", true);
    }
    if (range.maxOpen()) {
      schema.add("exclusiveMaximum", true);
    }
    step(range).ifPresent(it -> schema.add("multipleOf", it));
  }

  /** The spacing, where counting from the minimum is counting from zero. */
  private static Optional<BigDecimal> step(AllowedValues.Range range) {
    BigDecimal from = range.minimum().map(BigDecimal::new).orElse(BigDecimal.ZERO);
    return range
        .spacing()
        .map(BigDecimal::new)
        .filter(it -> it.signum() > 0 && from.remainder(it).signum() == 0);
  }

  /** A value in lexical form as JSON. */
  private JsonValue value(String text) {
    if (literal.type() == LiteralType.BOOLEAN) {
      return text.equals("true") || text.equals("1") ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (literal.type().isNumber() && text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?")) {
      return Json.createValue(new BigDecimal(text));
    }
    return Json.createValue(text);
  }
}
