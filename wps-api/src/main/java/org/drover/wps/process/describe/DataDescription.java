package org.drover.wps.process.describe;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.drover.wps.process.data.Format;

/**
 * What data an input or output carries: literal, complex or bounding box, or a group of further
 * inputs or outputs (14-065r2 §8.3, nested inputs and outputs).
 */
public sealed interface DataDescription {

  /**
   * A single value.
   *
   * @param type data type by its XML Schema name
   * @param units units of measure, the default first; empty when the value has none
   * @param allowed which values are allowed
   * @param defaultValue lexical form of the value taken when the client sends none
   */
  record Literal(
      LiteralType type, List<String> units, AllowedValues allowed, Optional<String> defaultValue)
      implements DataDescription {
    public Literal {
      Objects.requireNonNull(type);
      units = List.copyOf(units);
      Objects.requireNonNull(allowed);
      Objects.requireNonNull(defaultValue);
    }
  }

  /**
   * Structured data in one of several formats.
   *
   * @param formats supported formats, the default first; at least one
   * @param maximumBytes largest accepted size of an input; empty when the server's limit holds
   * @param jsonSchema what its JSON looks like, as {@link org.drover.wps.process.JsonSchema} has it
   */
  record Complex(List<Format> formats, OptionalLong maximumBytes, Optional<String> jsonSchema)
      implements DataDescription {

    /** Data of which no schema tells more. */
    public Complex(List<Format> formats, OptionalLong maximumBytes) {
      this(formats, maximumBytes, Optional.empty());
    }

    public Complex {
      formats = List.copyOf(formats);
      if (formats.isEmpty()) {
        throw new IllegalArgumentException("complex data needs at least one format");
      }
      Objects.requireNonNull(maximumBytes);
      if (jsonSchema.isPresent() && formats.stream().noneMatch(Format::isJson)) {
        throw new IllegalArgumentException("a JSON schema needs a JSON format");
      }
    }
  }

  /**
   * A box in one of several coordinate reference systems.
   *
   * @param crs supported systems, the default first; at least one
   * @param defaultValue {@code lower corner, upper corner [, crs]} in the axis order of the CRS
   */
  record Box(List<String> crs, Optional<String> defaultValue) implements DataDescription {
    public Box {
      crs = List.copyOf(crs);
      if (crs.isEmpty()) {
        throw new IllegalArgumentException("a bounding box needs at least one CRS");
      }
      Objects.requireNonNull(defaultValue);
    }
  }

  /**
   * Inputs that belong together and are given together, as often as the group is.
   *
   * @param inputs members, unique by identifier; at least one
   */
  record InputGroup(List<InputDescription> inputs) implements DataDescription {
    public InputGroup {
      inputs = List.copyOf(inputs);
      if (inputs.isEmpty()) {
        throw new IllegalArgumentException("a group needs at least one input");
      }
    }
  }

  /**
   * Outputs that belong together.
   *
   * @param outputs members, unique by identifier; at least one
   */
  record OutputGroup(List<OutputDescription> outputs) implements DataDescription {
    public OutputGroup {
      outputs = List.copyOf(outputs);
      if (outputs.isEmpty()) {
        throw new IllegalArgumentException("a group needs at least one output");
      }
    }
  }
}
