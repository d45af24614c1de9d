package org.drover.wps.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing an administrator can set: a system property such as {@code drover.sync.limit}, or else
 * the environment variable {@code DROVER_SYNC_LIMIT}.
 *
 * @param key name of the system property
 * @param defaultValue in lexical form
 * @param read turns the lexical form into the value; throws if it cannot
 */
public record Setting<T>(String key, String defaultValue, Function<String, T> read) {

  private static final String NONE = "none";

  public static Setting<String> text(String key, String defaultValue) {
    return new Setting<>(key, defaultValue, Function.identity());
  }

  public static Setting<Long> number(String key, long defaultValue) {
    return new Setting<>(key, Long.toString(defaultValue), Long::valueOf);
  }

  /** A number nothing may exceed; {@code none}, the default, for no limit. */
  public static Setting<Long> limit(String key) {
    return new Setting<>(
        key, "none", text -> text.equals("none") ? Long.MAX_VALUE : Long.parseLong(text));
  }

  public static Setting<Boolean> flag(String key, boolean defaultValue) {
    return new Setting<>(key, Boolean.toString(defaultValue), Boolean::valueOf);
  }

  /** A duration in ISO 8601, such as {@code PT15S}. */
  public static Setting<Duration> duration(String key, String defaultValue) {
    return new Setting<>(key, defaultValue, Duration::parse);
  }

  /** A duration in ISO 8601, or {@code none}, which is the default. */
  public static Setting<Optional<Duration>> optionalDuration(String key) {
    return new Setting<>(
        key, NONE, it -> NONE.equals(it) ? Optional.empty() : Optional.of(Duration.parse(it)));
  }

  /** The value now in force. */
  public T get() {
    String value = System.getProperty(key);
    if (value == null) {
      value = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }
    try {
      return read.apply(value == null || value.isBlank() ? defaultValue : value.trim());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("Setting " + key + " cannot be '" + value + "'.", e);
    }
  }
}
