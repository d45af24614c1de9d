package org.drover.wps.web.ows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keyword-value pairs of a GET request (06-121r3 §11.2): names in any case, in any order, unknown
 * ones ignored. Values are kept as sent and decoded once, when asked for.
 */
public final class Kvp {

  private static final int MOST_PARAMETERS = 1000;

  private final Map<String, List<String>> rawByName = new HashMap<>();

  private Kvp() {}

  /**
   * Reads a raw query.
   *
   * @param query as in the URL, without the question mark; null for none
   */
  public static Kvp of(String query) {
    Kvp kvp = new Kvp();
    if (query != null && !query.isEmpty()) {
      String[] pairs = query.split("&", MOST_PARAMETERS + 1);
      if (pairs.length > MOST_PARAMETERS) {
        throw OwsException.unreadable(
            "The URL has more than " + MOST_PARAMETERS + " parameters. Send less.");
      }
      for (String pair : pairs) {
        kvp.add(pair);
      }
    }
    return kvp;
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    String raw = equals < 0 ? "" : pair.substring(equals + 1);
    String name = PercentCoding.decodeQuery(rawName).orElse(rawName).toLowerCase(Locale.ROOT);
    rawByName.computeIfAbsent(name, it -> new ArrayList<>(1)).add(raw);
  }

  public boolean isEmpty() {
    return rawByName.isEmpty();
  }

  /** The value still encoded; absent when it is missing or empty. */
  public Optional<String> findRaw(String name) {
    List<String> given = all(name);
    for (String each : given) {
      if (!each.equals(given.get(0))) {
        throw OwsException.invalid(
            name,
            "The parameter '" + name + "' is given twice with different values. Give it once.");
      }
    }
    return given.isEmpty() || given.get(0).isEmpty() ? Optional.empty() : Optional.of(given.get(0));
  }

  private List<String> all(String name) {
    return rawByName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The decoded values of a parameter that may be given several times, in order. */
  public List<String> findAll(String name) {
    return all(name).stream()
        .map(raw -> decoded(name, raw))
        .filter(value -> !value.isBlank())
        .toList();
  }

  /** The decoded value; absent when it is missing or empty. */
  public Optional<String> find(String name) {
    return findRaw(name).map(raw -> decoded(name, raw)).filter(value -> !value.isBlank());
  }

  /** The decoded value. */
  public String get(String name) {
    return find(name).orElseThrow(() -> OwsException.missing(name));
  }

  /** A boolean parameter, false when absent. */
  public boolean flag(String name) {
    return find(name).map(value -> Lexical.flag(name, value)).orElse(false);
  }

  /** Decodes a piece of a parameter's value. */
  public static String decoded(String name, String raw) {
    return PercentCoding.decodeQuery(raw)
        .orElseThrow(
            () ->
                OwsException.invalid(
                    name,
                    "The value of '" + name + "' is not percent-encoded UTF-8. Encode it anew."));
  }
}
