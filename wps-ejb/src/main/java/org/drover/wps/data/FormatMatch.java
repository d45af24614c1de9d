package org.drover.wps.data;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.process.data.Format;

/**
 * Finds the supported format a client means. Letter case and character sets do not count, and the
 * names in use for GeoJSON and for GML 3.2 mean the same.
 */
public final class FormatMatch {

  private static final Set<String> GEOJSON =
      Set.of("application/geo+json", "application/vnd.geo+json", "application/json");
  private static final Set<String> XML = Set.of("text/xml", "application/xml");
  private static final Set<String> VAGUE =
      Set.of("application/octet-stream", "binary/octet-stream", "text/plain");

  private FormatMatch() {}

  /**
   * The supported format that is meant; empty if none is.
   *
   * @param supported the default first
   */
  public static Optional<Format> resolve(List<Format> supported, DeclaredFormat declared) {
    if (declared.isNone()) {
      return Optional.of(supported.get(0));
    }
    return Stream.concat(
            supported.stream().filter(it -> isExactly(it, declared)),
            supported.stream().filter(it -> isMeant(it, declared)))
        .findFirst();
  }

  /**
   * The supported format of a response with a media type: the default where the type says nothing,
   * as that of a plain file server.
   */
  public static Optional<Format> resolveFetched(List<Format> supported, Optional<String> type) {
    DeclaredFormat declared = DeclaredFormat.of(type.orElse(null), null, null);
    Optional<Format> match = resolve(supported, declared);
    boolean vague = type.map(it -> VAGUE.contains(Format.of(it).baseType())).orElse(true);
    return match.isEmpty() && vague ? Optional.of(supported.get(0)) : match;
  }

  private static boolean isExactly(Format format, DeclaredFormat declared) {
    return declared.mediaType().map(it -> plain(it).equals(plain(format.mediaType()))).orElse(true)
        && encodingFits(format, declared)
        && schemaFits(format, declared);
  }

  private static boolean isMeant(Format format, DeclaredFormat declared) {
    return declared.mediaType().map(it -> isSameType(format, it, declared)).orElse(true)
        && encodingFits(format, declared)
        && schemaFits(format, declared);
  }

  private static boolean isSameType(Format format, String mediaType, DeclaredFormat declared) {
    Format other = Format.of(mediaType);
    if (isGml32(format)) {
      return isGml32(other) || (XML.contains(other.baseType()) && !isOtherGml(other, declared));
    }
    if (GEOJSON.contains(format.baseType())) {
      return GEOJSON.contains(other.baseType());
    }
    return format.baseType().equals(other.baseType())
        || (XML.contains(format.baseType()) && XML.contains(other.baseType()));
  }

  private static boolean isGml32(Format format) {
    String type = plain(format.mediaType());
    boolean gml =
        type.startsWith("application/gml+xml")
            || type.contains("subtype=gml")
            || type.startsWith("text/gml");
    return gml && (!type.matches(".*\\d.*") || type.contains("3.2"));
  }

  private static boolean isOtherGml(Format other, DeclaredFormat declared) {
    return plain(other.mediaType()).contains("subtype=")
        || declared.schema().map(it -> !it.contains("/gml/3.2")).orElse(false);
  }

  /** Lower case, without blanks, quotes and character set. */
  private static String plain(String mediaType) {
    return mediaType
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\"]", "")
        .replaceAll(";charset=[^;]*", "");
  }

  private static boolean encodingFits(Format format, DeclaredFormat declared) {
    return declared
        .encoding()
        .map(it -> it.equalsIgnoreCase(format.encoding()) || (isUtf8(it) && isTextual(format)))
        .orElse(true);
  }

  private static boolean isUtf8(String encoding) {
    return encoding.equalsIgnoreCase("UTF-8") || encoding.equalsIgnoreCase("UTF8");
  }

  private static boolean isTextual(Format format) {
    return format.encoding().isEmpty() || isUtf8(format.encoding());
  }

  private static boolean schemaFits(Format format, DeclaredFormat declared) {
    return declared
        .schema()
        .map(it -> it.equals(format.schema()) || (isGml32(format) && it.contains("/gml/3.2")))
        .orElse(true);
  }

  /** The supported formats, for a message. */
  public static String list(List<Format> formats) {
    return formats.stream()
        .map(
            it ->
                Stream.of(
                        it.mediaType(),
                        labelled("encoding", it.encoding()),
                        labelled("schema", it.schema()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(", "));
  }

  private static String labelled(String label, String value) {
    return value.isEmpty() ? null : label + " " + value;
  }
}
