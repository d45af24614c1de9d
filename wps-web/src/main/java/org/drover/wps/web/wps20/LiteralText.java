package org.drover.wps.web.wps20;

import java.util.Locale;
import java.util.Optional;
import org.drover.wps.data.InputValue;

/**
 * Literals as plain text: {@code value[@datatype=URI][@uom=URI]}, such as {@code
 * 70@datatype=http://www.w3.org/2001/XMLSchema#integer@uom=m} (14-065r2 §8.3.5). Any other
 * {@code @} belongs to the value.
 */
final class LiteralText {

  private LiteralText() {}

  static InputValue.Literal read(String text) {
    String value = text;
    Optional<String> dataType = Optional.empty();
    Optional<String> unit = Optional.empty();
    for (int at = value.lastIndexOf('@'); at >= 0; at = value.lastIndexOf('@')) {
      String attribute = value.substring(at + 1).strip();
      if (dataType.isEmpty() && beginsWith(attribute, "datatype=")) {
        dataType = Optional.of(attribute.substring("datatype=".length()));
      } else if (unit.isEmpty() && beginsWith(attribute, "uom=")) {
        unit = Optional.of(attribute.substring("uom=".length()));
      } else {
        break;
      }
      value = value.substring(0, at);
    }
    return new InputValue.Literal(value, dataType, unit);
  }

  private static boolean beginsWith(String text, String name) {
    return text.length() > name.length()
        && text.substring(0, name.length()).toLowerCase(Locale.ROOT).equals(name);
  }
}
