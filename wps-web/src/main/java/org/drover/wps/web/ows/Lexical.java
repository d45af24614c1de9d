package org.drover.wps.web.ows;

import java.util.Locale;

/** Lexical forms of parameters and attributes. */
public final class Lexical {

  private Lexical() {}

  /** An xs:boolean, in any case. */
  public static boolean flag(String parameter, String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw OwsException.invalid(
              parameter, "'" + parameter + "' is true or false, not '" + text + "'.");
    };
  }
}
