package org.drover.wps.data;

import java.util.Optional;
import org.drover.wps.data.codec.AllowedCheck;
import org.drover.wps.data.codec.LiteralCodec;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.data.codec.Shortened;
import org.drover.wps.data.codec.Units;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.LiteralType;

/** Reads and checks the literals of an input. */
public final class LiteralInput {

  private final DataDescription.Literal description;

  public LiteralInput(DataDescription.Literal description) {
    this.description = description;
  }

  /** Whether a unit is among those of the input. */
  public boolean supportsUnit(String unit) {
    return description.units().stream().anyMatch(it -> Units.same(it, unit));
  }

  /**
   * The value in the default unit.
   *
   * @throws MalformedDataException if it is not in the lexical space of the type, or not allowed
   */
  public Object decode(InputValue.Literal literal) {
    Object value = inDefaultUnit(parse(literal.text()), literal.unit());
    AllowedCheck allowed = new AllowedCheck(description.type(), description.allowed());
    if (!allowed.allows(value)) {
      throw new MalformedDataException(
          "The value '"
              + Shortened.text(literal.text())
              + "' is not allowed; allowed is "
              + allowed.describe()
              + ".");
    }
    return value;
  }

  private Object parse(String text) {
    boolean listed =
        description.type() == LiteralType.STRING
            && description.allowed() instanceof AllowedValues.OneOf;
    return LiteralCodec.parse(description.type(), listed ? LiteralCodec.collapse(text) : text);
  }

  private Object inDefaultUnit(Object value, Optional<String> unit) {
    if (unit.isEmpty()
        || description.units().isEmpty()
        || Units.same(unit.get(), description.units().get(0))
        || !(value instanceof Number number)) {
      return value;
    }
    String wanted = description.units().get(0);
    double converted =
        Units.convert(number.doubleValue(), unit.get(), wanted)
            .orElseThrow(
                () ->
                    new MalformedDataException(
                        "A value in "
                            + Shortened.text(unit.get())
                            + " cannot be turned into "
                            + wanted
                            + "."));
    return LiteralCodec.ofNumber(description.type(), converted);
  }
}
