package org.drover.wps.data.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputValue;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.describe.LiteralType;

/**
 * Bounding boxes as written, in the axis order of their CRS, and as processes see them, x first.
 * The authority's order holds for every spelling of the CRS: a box in {@code EPSG:4326} is latitude
 * first (06-121r3 §10.2).
 */
public final class BoxCodec {

  private BoxCodec() {}

  /**
   * The box a process gets.
   *
   * @param defaultCrs CRS of a box that names none
   * @throws MalformedDataException if the CRS is not known or the corners do not fit
   */
  public static BoundingBox read(InputValue.Box box, String defaultCrs) {
    CrsName crs = CrsName.parse(box.crs().orElse(defaultCrs));
    return new BoundingBox(ordered(box.lower(), crs), ordered(box.upper(), crs), crs.canonical());
  }

  /** The box as delivered. */
  public static OutputValue.Box write(BoundingBox box) {
    CrsName crs = CrsName.parse(box.crs());
    return new OutputValue.Box(ordered(box.lower(), crs), ordered(box.upper(), crs), crs.urn());
  }

  private static List<Double> ordered(List<Double> corner, CrsName crs) {
    if (!crs.northingFirst()) {
      return corner;
    }
    List<Double> swapped = new ArrayList<>(corner);
    swapped.set(0, corner.get(1));
    swapped.set(1, corner.get(0));
    return swapped;
  }

  /**
   * Reads the KVP form {@code 46,102,47,103,urn:ogc:def:crs:EPSG:6.6:4326,2}: corners, then perhaps
   * the CRS and the number of dimensions (06-121r3 §10.2.3).
   *
   * @throws MalformedDataException if it is no such text
   */
  public static InputValue.Box parse(String text) {
    List<String> members = Arrays.stream(text.strip().split("\\s*,\\s*", -1)).limit(20).toList();
    int numbers = 0;
    while (numbers < members.size() && isNumber(members.get(numbers))) {
      numbers++;
    }
    boolean named = numbers < members.size();
    List<Double> ordinates = members.subList(0, numbers).stream().map(BoxCodec::number).toList();
    List<String> rest = members.subList(numbers, members.size());
    if ((numbers != 4 && numbers != 6) || rest.size() > 2) {
      throw new MalformedDataException(
          "'"
              + Shortened.text(text)
              + "' is not a bounding box: four or six numbers, then the CRS, all with commas"
              + " between.");
    }
    return new InputValue.Box(
        ordinates.subList(0, numbers / 2),
        ordinates.subList(numbers / 2, numbers),
        named ? Optional.of(rest.get(0)) : Optional.empty(),
        rest.size() == 2 ? OptionalInt.of(dimensions(rest.get(1))) : OptionalInt.empty());
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");
  }

  private static Double number(String text) {
    return (Double) LiteralCodec.parse(LiteralType.DOUBLE, text);
  }

  private static int dimensions(String text) {
    return (Integer) LiteralCodec.parse(LiteralType.INT, text);
  }
}
