package org.drover.wps.data;

import java.util.List;
import java.util.Optional;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;

/** The value of an output as delivered, in the terms of no protocol. */
public sealed interface OutputValue {

  /** A single value in lexical form. */
  record Literal(String text, LiteralType type, Optional<String> unit) implements OutputValue {}

  /** A box with ordinates in the axis order of its CRS. */
  record Box(List<Double> lower, List<Double> upper, String crs) implements OutputValue {
    public Box {
      lower = List.copyOf(lower);
      upper = List.copyOf(upper);
    }
  }

  /** Structured data in the format the client asked for; bytes are the data itself. */
  record Complex(Format format, Content content) implements OutputValue {}
}
