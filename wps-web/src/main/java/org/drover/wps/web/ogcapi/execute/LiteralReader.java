package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.drover.wps.data.InputValue;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;

/** Reads a literal of the JSON type its schema asks for. */
final class LiteralReader {

  private static final int MOST_DIGITS = 1_000;

  private final InputDescription input;
  private final LiteralType type;

  LiteralReader(InputDescription input, LiteralType type) {
    this.input = input;
    this.type = type;
  }

  InputValue read(JsonNode node, Optional<String> unit) {
    if (type.isNumber()) {
      require(node.isNumber(), "a number");
      return text(number(node), unit);
    }
    if (type == LiteralType.BOOLEAN) {
      require(node.isBoolean(), "true or false");
      return text(node.asText(), unit);
    }
    require(node.isTextual(), "a string");
    return text(node.textValue(), unit);
  }

  InputValue text(String text, Optional<String> unit) {
    return new InputValue.Literal(text, Optional.empty(), unit);
  }

  private void require(boolean fits, String expected) {
    if (!fits) {
      throw ValueReader.refused(input, "The value must be " + expected + ".");
    }
  }

  /** In the lexical form of XML Schema, where whole numbers and decimals have no exponent. */
  private String number(JsonNode node) {
    if (type == LiteralType.DOUBLE || type == LiteralType.FLOAT) {
      return node.asText();
    }
    BigDecimal value = node.decimalValue();
    require(
        Math.abs((long) value.scale()) + value.precision() < MOST_DIGITS,
        "a number of fewer than " + MOST_DIGITS + " digits");
    boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    return whole && type != LiteralType.DECIMAL
        ? value.toBigInteger().toString()
        : value.toPlainString();
  }
}
