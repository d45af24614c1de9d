package org.drover.wps.chaos.law;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a scenario has to tell: names and values on one line, in the order they came. */
public final class Figures {

  private final Map<String, String> values = new LinkedHashMap<>();

  public synchronized Figures put(String name, long value) {
    values.put(name, Long.toString(value));
    return this;
  }

  /** A figure with two decimals; seconds where the name ends with {@code _s}. */
  public synchronized Figures put(String name, double value) {
    values.put(name, String.format(Locale.ROOT, "%.2f", value));
    return this;
  }

  public synchronized Figures put(String name, String value) {
    values.put(name, value);
    return this;
  }

  @Override
  public synchronized String toString() {
    return values.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue())
        .collect(Collectors.joining(" "));
  }
}
