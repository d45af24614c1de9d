package org.drover.wps.execution.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.FormatMatch;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.LiteralInput;
import org.drover.wps.data.codec.BoxCodec;
import org.drover.wps.data.codec.CrsName;
import org.drover.wps.data.codec.JsonSchemaCheck;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.data.codec.Shortened;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;

/** Checks one occurrence of an input. */
final class ValueCheck {

  private static final Set<String> WHOLE =
      Set.of(
          "int",
          "long",
          "integer",
          "short",
          "byte",
          "nonnegativeinteger",
          "positiveinteger",
          "unsignedint",
          "unsignedlong",
          "unsignedshort",
          "unsignedbyte",
          "negativeinteger",
          "nonpositiveinteger");
  private static final Set<String> FRACTIONAL = Set.of("float", "double", "decimal", "real");

  private final InputDescription input;

  ValueCheck(InputDescription input) {
    this.input = input;
  }

  /**
   * The value with its format and CRS resolved. Text may stand for any kind, as KVP has no other.
   */
  InputValue check(InputValue value) {
    try {
      if (input.data() instanceof DataDescription.Literal literal) {
        return checkLiteral(literal, value);
      }
      if (input.data() instanceof DataDescription.Box box) {
        return checkBox(box, value);
      }
      return checkComplex((DataDescription.Complex) input.data(), value);
    } catch (MalformedDataException e) {
      throw new WpsException(
          e.isTooLarge() ? Fault.SIZE_EXCEEDED : Fault.INVALID_INPUT,
          input.id(),
          sentence(e.getMessage()),
          e);
    }
  }

  /** Checks the format a reference declares. */
  void checkFormat(InputValue.Reference reference) {
    if (input.data() instanceof DataDescription.Complex complex) {
      resolve(complex, reference.format());
    }
  }

  private String sentence(String message) {
    return "Input '" + input.id() + "': " + message;
  }

  private WpsException refusal(Fault fault, String message) {
    return new WpsException(fault, input.id(), sentence(message));
  }

  private InputValue checkLiteral(DataDescription.Literal description, InputValue value) {
    if (!(value instanceof InputValue.Literal literal)) {
      throw refusal(Fault.INVALID_INPUT, "This is a literal. Send it as literal data.");
    }
    literal.dataType().ifPresent(it -> requireType(description.type(), it));
    literal.unit().ifPresent(it -> requireUnit(description, it));
    new LiteralInput(description).decode(literal);
    return literal;
  }

  private void requireType(LiteralType expected, String declared) {
    String local =
        declared.substring(
            Math.max(
                    declared.lastIndexOf(':'),
                    Math.max(declared.lastIndexOf('#'), declared.lastIndexOf('/')))
                + 1);
    if (!isCompatible(expected, local.strip().toLowerCase(Locale.ROOT))) {
      throw refusal(
          Fault.INVALID_INPUT,
          "The data type is " + expected.xsdName() + ", not '" + Shortened.text(declared) + "'.");
    }
  }

  /** Clients that know no better declare every value a string; numbers are judged by their text. */
  private static boolean isCompatible(LiteralType expected, String declared) {
    return declared.equals("string")
        || declared.isEmpty()
        || declared.equals(expected.xsdName().toLowerCase(Locale.ROOT))
        || expected == LiteralType.STRING
        || (expected.isNumber() && (WHOLE.contains(declared) || FRACTIONAL.contains(declared)));
  }

  private void requireUnit(DataDescription.Literal description, String unit) {
    if (!new LiteralInput(description).supportsUnit(unit)) {
      throw refusal(
          Fault.UNSUPPORTED_FORMAT,
          "The unit '"
              + Shortened.text(unit)
              + "' is not supported. "
              + (description.units().isEmpty()
                  ? "The value has no unit: leave it out."
                  : "Use one of: " + String.join(", ", description.units()) + "."));
    }
  }

  private InputValue checkBox(DataDescription.Box description, InputValue value) {
    InputValue.Box box;
    if (value instanceof InputValue.Literal literal) {
      box = BoxCodec.parse(literal.text());
    } else if (value instanceof InputValue.Box given) {
      box = given;
    } else {
      throw refusal(Fault.INVALID_INPUT, "This is a bounding box. Send it as bounding box data.");
    }
    InputValue.Box resolved =
        new InputValue.Box(
            box.lower(), box.upper(), Optional.of(crs(description, box)), box.dimensions());
    requireCorners(resolved);
    return resolved;
  }

  private String crs(DataDescription.Box description, InputValue.Box box) {
    String declared = box.crs().orElse(description.crs().get(0));
    if (description.crs().stream().noneMatch(it -> CrsName.same(it, declared))) {
      throw refusal(
          Fault.UNSUPPORTED_FORMAT,
          "The coordinate reference system '"
              + Shortened.text(declared)
              + "' is not supported. Use one of: "
              + String.join(", ", description.crs())
              + ".");
    }
    return declared;
  }

  private void requireCorners(InputValue.Box box) {
    int size = box.lower().size();
    if (size != box.upper().size()
        || size < 2
        || size > 3
        || (box.dimensions().isPresent() && box.dimensions().getAsInt() != size)) {
      throw refusal(
          Fault.INVALID_INPUT,
          "The corners have "
              + size
              + " and "
              + box.upper().size()
              + " numbers; they must have as many as there are dimensions, two or three.");
    }
    requireNumbers(box.lower());
    requireNumbers(box.upper());
    requireOrder(box);
  }

  private void requireNumbers(List<Double> corner) {
    if (!corner.stream().allMatch(Double::isFinite)) {
      throw refusal(Fault.INVALID_INPUT, "A corner has a number that is not finite.");
    }
  }

  /** A box across the antimeridian has its lower corner east of its upper one, so x is left out. */
  private void requireOrder(InputValue.Box box) {
    var ordered = BoxCodec.read(box, box.crs().orElseThrow());
    for (int axis = 1; axis < ordered.dimensions(); axis++) {
      if (ordered.lower().get(axis) > ordered.upper().get(axis)) {
        throw refusal(
            Fault.INVALID_INPUT,
            "The lower corner lies above the upper one. Mind the axis order of "
                + box.crs().orElseThrow()
                + ".");
      }
    }
  }

  private InputValue checkComplex(DataDescription.Complex description, InputValue value) {
    if (value instanceof InputValue.Literal literal) {
      Format format = description.formats().get(0);
      return sized(
          description, new InputValue.Complex(DeclaredFormat.of(format), content(format, literal)));
    }
    if (!(value instanceof InputValue.Complex complex)) {
      throw refusal(Fault.INVALID_INPUT, "This is complex data. Send it as complex data.");
    }
    return sized(description, complex.resolved(resolve(description, complex.format())));
  }

  private static Content content(Format format, InputValue.Literal literal) {
    try {
      return new Content.InMemory(
          format.isBase64()
              ? Base64.getMimeDecoder().decode(literal.text())
              : literal.text().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new MalformedDataException("The value is not base64.", e);
    }
  }

  private Format resolve(DataDescription.Complex description, DeclaredFormat declared) {
    return FormatMatch.resolve(description.formats(), declared)
        .orElseThrow(
            () ->
                refusal(
                    Fault.UNSUPPORTED_FORMAT,
                    "The format "
                        + text(declared)
                        + " is not supported. Send one of: "
                        + FormatMatch.list(description.formats())
                        + "."));
  }

  private static String text(DeclaredFormat declared) {
    String all =
        declared.mediaType().orElse("")
            + declared.encoding().map(it -> " encoding " + it).orElse("")
            + declared.schema().map(it -> " schema " + it).orElse("");
    return "'" + Shortened.text(all.strip()) + "'";
  }

  private InputValue sized(DataDescription.Complex description, InputValue.Complex complex) {
    long maximum = description.maximumBytes().orElse(Long.MAX_VALUE);
    if (complex.content().length() > maximum) {
      throw refusal(
          Fault.SIZE_EXCEEDED,
          "The data has "
              + complex.content().length()
              + " bytes; at most "
              + maximum
              + " are accepted.");
    }
    description.jsonSchema().ifPresent(it -> requireSchema(it, complex));
    return complex;
  }

  private static void requireSchema(String schema, InputValue.Complex complex) {
    if (complex.format().mediaType().map(Format::of).map(Format::isJson).orElse(false)) {
      Content content = complex.content();
      try (InputStream json = content.open()) {
        JsonSchemaCheck.check(schema, json, content.length());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
