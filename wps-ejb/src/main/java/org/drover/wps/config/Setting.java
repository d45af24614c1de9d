package org.drover.wps.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing an administrator can set: a system property such as {@code drover.sync.limit}, or else
 * the environment variable {@code DROVER_SYNC_LIMIT}.
 */
public final class Setting<T> {

  private static final String NONE = "none";

  private final String key;
  private final String defaultValue;
  private final Function<String, T> read;
  private final String variable;
  private volatile Known<T> known = new Known<>(null, null);

  /** A lexical form and what it means: requests ask often, administrators change seldom. */
  private record Known<T>(String text, T value) {}

  /**
   * @param read turns the lexical form into the value; throws if it cannot
   */
  private Setting(String key, String defaultValue, Function<String, T> read) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.read = read;
    this.variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Name of the system property. */
  public String key() {
    return key;
  }

  /** What holds when nothing is set, in lexical form. */
  public String defaultValue() {
    return defaultValue;
  }

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

  /** One of a few words, the names of constants in lower case. */
  public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> words, E defaultValue) {
    return new Setting<>(
        key,
        defaultValue.name().toLowerCase(Locale.ROOT),
        text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
  }

  public static Setting<Boolean> flag(String key, boolean defaultValue) {
    return new Setting<>(key, Boolean.toString(defaultValue), Boolean::valueOf);
  }

  /** Names separated by commas, or {@code none}. */
  public static Setting<Set<String>> names(String key, String defaultValue) {
    return new Setting<>(
        key,
        defaultValue,
        text ->
            Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .filter(name -> !name.isEmpty() && !name.equals(NONE))
                .collect(Collectors.toUnmodifiableSet()));
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
    String set = System.getProperty(key);
    if (set == null) {
      set = System.getenv(variable);
    }
    String text = set == null || set.isBlank() ? defaultValue : set.trim();
    Known<T> last = known;
    if (!text.equals(last.text)) {
      last = new Known<>(text, parse(text));
      known = last;
    }
    return last.value;
  }

  private T parse(String text) {
    try {
      return read.apply(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("Setting " + key + " cannot be '" + text + "'.", e);
    }
  }
}
