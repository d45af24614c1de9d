package org.drover.wps.web.wps10;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.web.ows.Kvp;
import org.drover.wps.web.ows.PercentCoding;

/**
 * One item of DataInputs, ResponseDocument or RawDataOutput: {@code id=value@attribute=value}
 * (05-007r7 §10.2.2.1).
 *
 * @param attributes by name in lower case
 */
record KvpItem(String id, Optional<String> value, Map<String, String> attributes) {

  /** Only these begin an attribute: any other {@code @} belongs to the value. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "@((?:xlink:|xlink%3A)?href|method|mimeType|format|encoding|schema|dataType|uom"
              + "|asReference)=",
          Pattern.CASE_INSENSITIVE);

  /** No name has one, so it separates, in a list that was encoded as a whole. */
  private static final Pattern ENCODED_SEPARATOR = Pattern.compile("%3[BbDd]");

  /** Decodes one name or value. */
  @FunctionalInterface
  private interface Decoder {
    String decode(String raw);
  }

  /**
   * Splits before decoding, so that encoded separators belong to values (§10.2.2.2). A list that
   * was encoded as a whole is decoded as a whole first.
   *
   * @param raw as in the URL
   */
  static List<KvpItem> list(String parameter, String raw) {
    boolean encodedWhole = raw.indexOf('=') < 0 && ENCODED_SEPARATOR.matcher(raw).find();
    String list = withoutBrackets(encodedWhole ? Kvp.decoded(parameter, raw) : raw);
    Decoder decoder =
        encodedWhole
            ? piece -> PercentCoding.decode(piece).orElse(piece)
            : piece -> Kvp.decoded(parameter, piece);
    List<KvpItem> items = new ArrayList<>();
    for (String piece : list.split(";", -1)) {
      if (!piece.isBlank()) {
        items.add(of(piece, decoder));
      }
    }
    return items;
  }

  private static String withoutBrackets(String list) {
    String text = list.replaceFirst("^(\\[|%5[Bb])", "");
    return text.equals(list) ? list : text.replaceFirst("(]|%5[Dd])$", "");
  }

  private static KvpItem of(String piece, Decoder decoder) {
    Matcher matcher = ATTRIBUTE.matcher(piece);
    Map<String, String> attributes = new LinkedHashMap<>();
    int end = piece.length();
    if (matcher.find()) {
      end = matcher.start();
      String name = name(matcher);
      int start = matcher.end();
      while (matcher.find()) {
        attributes.put(name, decoder.decode(piece.substring(start, matcher.start())));
        name = name(matcher);
        start = matcher.end();
      }
      attributes.put(name, decoder.decode(piece.substring(start)));
    }
    String head = piece.substring(0, end);
    int equals = head.indexOf('=');
    String id = decoder.decode(equals < 0 ? head : head.substring(0, equals)).trim();
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(decoder.decode(head.substring(equals + 1)));
    return new KvpItem(id, value, attributes);
  }

  private static String name(Matcher matcher) {
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    return name.endsWith("href") ? "href" : name;
  }

  Optional<String> find(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).filter(it -> !it.isBlank());
  }

  /** The format; a plus sign of a media type that came through as a space is put back. */
  DeclaredFormat format() {
    String mediaType =
        find("mimetype").or(() -> find("format")).orElse("").replaceAll("(?<=\\w) (?=\\w)", "+");
    return DeclaredFormat.of(mediaType, find("encoding").orElse(""), find("schema").orElse(""));
  }
}
