package org.drover.wps.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.OptionalInt;
import java.util.Set;
import org.drover.wps.admin.SetPriority;

/** Reads the bodies of requests that change something. */
final class ChangeReader {

  private static final int LONGEST_REASON = 500;

  private ChangeReader() {}

  /**
   * The reason in {@code {"why": "…"}}, for the audit trail; empty when there is no body.
   *
   * @throws InvalidRequestException if the body is something else
   */
  static String why(String body) {
    if (body.isBlank()) {
      return "";
    }
    JsonValue why = read(body, "why").getOrDefault("why", Json.createValue(""));
    if (why instanceof JsonString text && text.getChars().length() <= LONGEST_REASON) {
      return text.getString();
    }
    throw new InvalidRequestException(
        "why must be a text of at most " + LONGEST_REASON + " characters.");
  }

  /**
   * The number in {@code {"priority": 5}}.
   *
   * @throws InvalidRequestException if the body is something else
   */
  static int priority(String body) {
    OptionalInt priority =
        read(body, "priority").get("priority") instanceof JsonNumber number
            ? whole(number)
            : OptionalInt.empty();
    if (priority.isPresent() && Math.abs((long) priority.getAsInt()) <= SetPriority.MOST) {
      return priority.getAsInt();
    }
    throw new InvalidRequestException(
        "priority must be a whole number from -" + SetPriority.MOST + " to " + SetPriority.MOST);
  }

  /** Empty for fractions and for what is too large, which is told by several exceptions. */
  private static OptionalInt whole(JsonNumber number) {
    try {
      return OptionalInt.of(number.intValueExact());
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      return OptionalInt.empty();
    }
  }

  private static JsonObject read(String body, String known) {
    JsonObject json = object(body, known);
    if (Set.of(known).containsAll(json.keySet())) {
      return json;
    }
    throw new InvalidRequestException(
        "The body may hold " + known + " and nothing else, but holds " + json.keySet() + ".");
  }

  private static JsonObject object(String body, String known) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (RuntimeException e) { // a bare one, not a JsonException, when it is nested too deeply
      throw new InvalidRequestException(
          "The body must be a JSON object such as {\"" + known + "\": …}.", e);
    }
  }
}
