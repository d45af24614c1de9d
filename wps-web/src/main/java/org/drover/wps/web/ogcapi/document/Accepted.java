package org.drover.wps.web.ogcapi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an Accept header allows (RFC 9110 §12.5.1). Parts that cannot be read do not count. */
public final class Accepted {

  private record Range(String type, String subtype, double quality) {

    private int precision(String wantedType, String wantedSubtype) {
      if (!type.equals("*") && !type.equals(wantedType)) {
        return 0;
      }
      if (!subtype.equals("*") && !subtype.equals(wantedSubtype)) {
        return 0;
      }
      return 1 + (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
    }
  }

  private final List<Range> ranges;

  private Accepted(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads a header.
   *
   * @param header null when absent, which accepts all
   */
  public static Accepted of(String header) {
    List<Range> ranges = new ArrayList<>();
    for (String each : (header == null || header.isBlank() ? "*/*" : header).split(",", -1)) {
      String[] parts = each.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      String[] type = parts[0].split("/", -1);
      if (type.length == 2) {
        ranges.add(new Range(type[0].trim(), type[1].trim(), quality(parts)));
      }
    }
    return new Accepted(List.copyOf(ranges));
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(parts[i].substring(2));
      }
    }
    return 1;
  }

  /** How much a media type is wanted, from 0 to 1: by the most precise range it is in. */
  public double quality(String type, String subtype) {
    int best = 0;
    double quality = 0;
    for (Range range : ranges) {
      int precision = range.precision(type, subtype);
      if (precision > best || (precision == best && precision > 0 && range.quality > quality)) {
        best = precision;
        quality = range.quality;
      }
    }
    return quality;
  }

  /** Whether this very type is named as acceptable. */
  public boolean names(String type, String subtype) {
    return ranges.stream()
        .anyMatch(it -> it.type.equals(type) && it.subtype.equals(subtype) && it.quality > 0);
  }
}
