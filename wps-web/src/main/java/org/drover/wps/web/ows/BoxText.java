package org.drover.wps.web.ows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.data.InputValue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/** Reads bounding boxes. */
public final class BoxText {

  private static final int LONGEST_CORNER = 1000;

  private BoxText() {}

  /**
   * The KVP form: lower corner, upper corner, CRS, dimensions, all separated by commas; the last
   * two may be left out (05-007r7 §10.2.2.1).
   */
  public static InputValue.Box ofKvp(String input, String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::trim).toList();
    List<Double> ordinates = new ArrayList<>();
    int next = 0;
    while (next < parts.size() && findNumber(parts.get(next)).isPresent()) {
      ordinates.add(findNumber(parts.get(next++)).orElseThrow());
    }
    Optional<String> crs = Optional.empty();
    OptionalInt dimensions = OptionalInt.empty();
    if (next < parts.size()) {
      crs = Optional.of(parts.get(next++)).filter(it -> !it.isEmpty());
      if (next < parts.size()) {
        dimensions = OptionalInt.of(integer(input, parts.get(next++)));
      }
    } else if (ordinates.size() % 2 == 1) {
      dimensions = OptionalInt.of(ordinates.remove(ordinates.size() - 1).intValue());
    }
    int half = ordinates.size() / 2;
    if (half == 0 || ordinates.size() % 2 == 1 || next < parts.size()) {
      throw invalid(
          input,
          "'" + input + "' is a box: lower corner, upper corner, CRS, dimensions, with commas.");
    }
    return new InputValue.Box(
        ordinates.subList(0, half), ordinates.subList(half, half * 2), crs, dimensions);
  }

  /** An ows:BoundingBox, on whose start the document stands (06-121r3 §10.2.1). */
  public static InputValue.Box read(XmlElements xml, String input) throws XMLStreamException {
    Optional<String> crs = xml.findQualified("crs");
    Optional<String> dimensions = xml.findQualified("dimensions");
    List<Double> lower = List.of();
    List<Double> upper = List.of();
    while (xml.nextChild()) {
      if (xml.is("LowerCorner")) {
        lower = corner(input, xml.text(LONGEST_CORNER, input));
      } else if (xml.is("UpperCorner")) {
        upper = corner(input, xml.text(LONGEST_CORNER, input));
      } else {
        throw xml.unexpected();
      }
    }
    return new InputValue.Box(
        lower,
        upper,
        crs,
        dimensions.isPresent()
            ? OptionalInt.of(integer(input, dimensions.get()))
            : OptionalInt.empty());
  }

  /** The ordinates of a corner, separated by white space (06-121r3 §10.2.1). */
  private static List<Double> corner(String input, String text) {
    List<Double> ordinates = new ArrayList<>();
    for (String part : text.trim().split("\\s+", -1)) {
      ordinates.add(
          findNumber(part)
              .orElseThrow(
                  () ->
                      invalid(
                          input,
                          "A corner of box '" + input + "' has '" + part + "': no number.")));
    }
    return ordinates;
  }

  private static int integer(String input, String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw invalid(input, "dimensions is a whole number, not '" + text + "'.");
    }
  }

  private static WpsException invalid(String input, String text) {
    return new WpsException(Fault.INVALID_INPUT, input, text);
  }

  private static Optional<Double> findNumber(String text) {
    try {
      double value = Double.parseDouble(text);
      char last = text.charAt(text.length() - 1);
      return Character.isDigit(last) || last == '.' ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
