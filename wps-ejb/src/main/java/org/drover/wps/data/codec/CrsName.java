package org.drover.wps.data.codec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a coordinate reference system, in any of the spellings in use: {@code EPSG:4326},
 * {@code urn:ogc:def:crs:EPSG::4326}, {@code http://www.opengis.net/def/crs/EPSG/0/4326}, {@code
 * http://www.opengis.net/gml/srs/epsg.xml#4326}, and the same for {@code OGC:CRS84}.
 *
 * @param canonical {@code OGC:CRS84} or {@code EPSG:nnnn}
 * @param old whether spelled {@code EPSG:nnnn} or {@code epsg.xml#nnnn}, which in GML of before
 *     2007 meant x, y order whatever the authority says
 */
public record CrsName(String canonical, boolean old) {

  public static final String CRS84 = "OGC:CRS84";

  private static final Pattern SHORT = Pattern.compile("epsg:(\\d{1,8})");
  private static final Pattern XML = Pattern.compile(".*/epsg\\.xml#(\\d{1,8})");
  private static final Pattern URN =
      Pattern.compile("urn:(?:x-)?ogc:def:crs:epsg:[^:]*:(\\d{1,8})");
  private static final Pattern URL =
      Pattern.compile("https?://(?:www\\.)?opengis\\.net/def/crs/epsg/[^/]+/(\\d{1,8})/?");
  private static final Pattern OGC84 =
      Pattern.compile(
          "(?:ogc:|crs:)?(?:crs)?84"
              + "|urn:(?:x-)?ogc:def:crs:ogc:[^:]*:(?:crs)?84"
              + "|https?://(?:www\\.)?opengis\\.net/def/crs/ogc/[^/]+/crs84/?");

  /**
   * Reads a name.
   *
   * @throws MalformedDataException if it is no name of a system known here
   */
  public static CrsName parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.length() <= 200) {
      if (OGC84.matcher(name).matches() && !name.equals("84")) {
        return new CrsName(CRS84, false);
      }
      Optional<CrsName> found =
          epsg(SHORT, name, true)
              .or(() -> epsg(XML, name, true))
              .or(() -> epsg(URN, name, false))
              .or(() -> epsg(URL, name, false));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new MalformedDataException(
        "The coordinate reference system '"
            + Shortened.text(text)
            + "' is not known. Name it as EPSG:4326, urn:ogc:def:crs:EPSG::4326 or OGC:CRS84.");
  }

  private static Optional<CrsName> epsg(Pattern pattern, String name, boolean old) {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int code = Integer.parseInt(matcher.group(1));
    int current = code == 900913 ? 3857 : code;
    if (!EpsgAxes.isKnown(current)) {
      throw new MalformedDataException(
          "EPSG:" + code + " is not a coordinate reference system known here.");
    }
    return Optional.of(new CrsName("EPSG:" + current, old));
  }

  /** Whether two names mean the same system; false if either is not known. */
  public static boolean same(String one, String other) {
    try {
      return one.equals(other) || parse(one).canonical.equals(parse(other).canonical);
    } catch (MalformedDataException e) {
      return false;
    }
  }

  /** Whether the authority puts latitude or northing first. */
  public boolean northingFirst() {
    return code().map(EpsgAxes::isNorthingFirst).orElse(false);
  }

  /** Whether coordinates in GML that carry this very spelling have latitude or northing first. */
  public boolean northingFirstInGml() {
    return !old && northingFirst();
  }

  /** The EPSG code; empty for CRS84. */
  public Optional<Integer> code() {
    return canonical.startsWith("EPSG:")
        ? Optional.of(Integer.valueOf(canonical.substring(5)))
        : Optional.empty();
  }

  /** The spelling as a URN, as GML wants it (07-092r3). */
  public String urn() {
    return code().map(it -> "urn:ogc:def:crs:EPSG::" + it).orElse("urn:ogc:def:crs:OGC:1.3:CRS84");
  }

  /** The spelling as a URL, as JSON wants it (18-062r2, bbox.yaml). */
  public String url() {
    return code()
        .map(it -> "http://www.opengis.net/def/crs/EPSG/0/" + it)
        .orElse("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
  }

  /** The system of a box in JSON that names none: CRS84 if supported (18-062r2, bbox.yaml). */
  public static String usualInJson(List<String> supported) {
    return supported.stream().filter(it -> same(it, CRS84)).findFirst().orElse(supported.get(0));
  }
}
