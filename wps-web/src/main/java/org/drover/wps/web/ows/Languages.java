package org.drover.wps.web.ows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drover.wps.config.Setting;

/** The languages the texts of the service are in (RFC 4646), the default first. */
public record Languages(List<String> supported) {

  /** The language in which processes and this server speak. */
  public static final Setting<String> DEFAULT = Setting.text("drover.service.language", "en-US");

  public Languages {
    supported = List.copyOf(supported);
  }

  public static Languages fromSettings() {
    return new Languages(List.of(DEFAULT.get()));
  }

  public String defaultLanguage() {
    return supported.get(0);
  }

  /**
   * The language to answer in: one that equals the wanted, or begins with it as a range (RFC 4647
   * §3.3.1), such as {@code en-US} for {@code en}.
   */
  public String choose(Optional<String> wanted) {
    return choose("language", wanted);
  }

  /**
   * The same.
   *
   * @param parameter what it is called, locator of a refusal
   */
  public String choose(String parameter, Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return defaultLanguage();
    }
    return find(wanted.get())
        .orElseThrow(
            () ->
                OwsException.invalid(
                    parameter,
                    "The language is not supported; supported: "
                        + String.join(", ", supported)
                        + "."));
  }

  /** The first language of a list that is supported; the default if none is (06-121r9 §7.3). */
  public String best(List<String> wanted) {
    return wanted.stream()
        .flatMap(it -> find(it).stream())
        .findFirst()
        .orElseGet(this::defaultLanguage);
  }

  private Optional<String> find(String wanted) {
    String range = wanted.trim().toLowerCase(Locale.ROOT);
    return supported.stream()
        .filter(language -> matches(language.toLowerCase(Locale.ROOT), range))
        .findFirst();
  }

  private static boolean matches(String language, String range) {
    return range.equals("*") || language.equals(range) || language.startsWith(range + "-");
  }
}
