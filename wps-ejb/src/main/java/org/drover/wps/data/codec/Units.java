package org.drover.wps.data.codec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units of measure a client may write, by symbol, name, EPSG code or UCUM code, bare or as a URN or
 * URL ({@code urn:ogc:def:uom:EPSG::9001}, {@code http://www.opengis.net/def/uom/UCUM/0/m}).
 *
 * <p>A table of the units geographic work has, since a general library would know other names
 * (UCUM's), and these would have to be told to it anyway. Factors are exact by definition (NIST SP
 * 811, EPSG), or a rational of pi.
 */
public final class Units {

  private record Unit(String quantity, double factor, double offset) {}

  private static final Map<String, Unit> UNITS = new HashMap<>();
  private static final String LENGTH = "length";
  private static final String AREA = "area";
  private static final String ANGLE = "angle";
  private static final String TIME = "time";
  private static final String SPEED = "speed";
  private static final double FOOT = 0.3048;
  private static final double US_FOOT = 1200.0 / 3937.0;
  private static final double MILE = 1609.344;
  private static final double NAUTICAL_MILE = 1852;

  static {
    add(LENGTH, 1, "m", "metre", "meter", "metres", "meters", "9001");
    add(LENGTH, 1000, "km", "kilometre", "kilometer", "kilometres", "kilometers", "9036");
    add(LENGTH, 0.1, "dm", "decimetre", "decimeter");
    add(LENGTH, 0.01, "cm", "centimetre", "centimeter", "centimetres", "centimeters", "1033");
    add(LENGTH, 0.001, "mm", "millimetre", "millimeter", "millimetres", "millimeters", "1025");
    add(LENGTH, 0.0254, "in", "inch", "inches", "[in_i]");
    add(LENGTH, FOOT, "ft", "foot", "feet", "[ft_i]", "9002");
    add(LENGTH, US_FOOT, "us-ft", "ussurveyfoot", "ftus", "[ft_us]", "9003");
    add(LENGTH, 0.9144, "yd", "yard", "yards", "[yd_i]", "9096");
    add(LENGTH, MILE, "mi", "mile", "miles", "[mi_i]", "9093");
    add(LENGTH, NAUTICAL_MILE, "nmi", "nauticalmile", "nauticalmiles", "[nmi_i]", "9030");
    add(AREA, 1, "m2", "m²", "m^2", "squaremetre", "squaremeter");
    add(AREA, 1e6, "km2", "km²", "km^2", "squarekilometre", "squarekilometer");
    add(AREA, 1e-4, "cm2", "cm²", "cm^2");
    add(AREA, 1e4, "ha", "har", "hectare", "hectares");
    add(AREA, FOOT * FOOT, "ft2", "ft²", "ft^2", "[sft_i]");
    add(AREA, MILE * MILE, "mi2", "mi²", "mi^2");
    add(AREA, 4046.8564224, "ac", "acre", "acres");
    add(ANGLE, 1, "rad", "radian", "radians", "9101");
    add(ANGLE, Math.PI / 180, "deg", "degree", "degrees", "°", "9102", "9122");
    add(ANGLE, Math.PI / 10_800, "arcmin", "'", "9103");
    add(ANGLE, Math.PI / 648_000, "arcsec", "''", "\"", "9104");
    add(ANGLE, Math.PI / 200, "gon", "grad", "9105", "9106");
    add(TIME, 1, "s", "sec", "second", "seconds", "1040");
    add(TIME, 0.001, "ms", "millisecond", "milliseconds");
    add(TIME, 60, "min", "minute", "minutes");
    add(TIME, 3600, "h", "hr", "hour", "hours");
    add(TIME, 86_400, "d", "day", "days");
    add(SPEED, 1, "m/s", "m.s-1");
    add(SPEED, 1 / 3.6, "km/h");
    add(SPEED, NAUTICAL_MILE / 3600, "kn", "kt", "knot", "knots");
    add("ratio", 1, "1", "unity", "9201");
    add("ratio", 0.01, "%", "percent");
    add("mass", 1, "kg", "kilogram", "kilograms");
    add("mass", 0.001, "g", "gram", "grams");
    add("mass", 1000, "t", "tonne", "tonnes");
    UNITS.put("k", new Unit("temperature", 1, 0));
    UNITS.put("kelvin", UNITS.get("k"));
    UNITS.put("cel", new Unit("temperature", 1, 273.15));
    UNITS.put("°c", UNITS.get("cel"));
    UNITS.put("celsius", UNITS.get("cel"));
  }

  private Units() {}

  private static void add(String quantity, double factor, String... names) {
    for (String name : names) {
      UNITS.put(name, new Unit(quantity, factor, 0));
    }
  }

  /** Whether two spellings mean the same unit. */
  public static boolean same(String one, String other) {
    return local(one).equals(local(other))
        || (find(one).isPresent() && find(one).equals(find(other)));
  }

  /** The value in another unit; empty if one is not known or they measure different quantities. */
  public static Optional<Double> convert(double value, String from, String to) {
    if (same(from, to)) {
      return Optional.of(value);
    }
    Optional<Unit> target = find(to);
    return find(from)
        .filter(it -> target.isPresent() && target.get().quantity().equals(it.quantity()))
        .map(it -> convert(value, it, target.get()));
  }

  private static double convert(double value, Unit from, Unit to) {
    if (from.offset() == to.offset()) {
      double ratio = from.factor() / to.factor();
      double inverse = to.factor() / from.factor();
      // Dividing by a whole number keeps 5 cm at 0.05 m where a product would give 0.05000…1.
      return inverse == Math.rint(inverse) ? value / inverse : value * ratio;
    }
    return (value * from.factor() + from.offset() - to.offset()) / to.factor();
  }

  private static Optional<Unit> find(String name) {
    return Optional.ofNullable(UNITS.get(local(name)));
  }

  /** The last member of a URN, or of the path or fragment of a URL; in lower case. */
  private static String local(String name) {
    String text = name.strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("urn:")) {
      return text.substring(text.lastIndexOf(':') + 1);
    }
    if (text.startsWith("http://") || text.startsWith("https://")) {
      return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
    }
    return text.startsWith("epsg:") ? text.substring(5) : text;
  }
}
