package org.drover.wps.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
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
    JsonValue priority = read(body, "priority").get("priority");
    if (priority instanceof JsonNumber number
        && number.isIntegral()
        && Math.abs(number.doubleValue()) <= SetPriority.MOST) {
      return number.intValue();
    }
    throw new InvalidRequestException(
        "priority must be a whole number from -" + SetPriority.MOST + " to " + SetPriority.MOST);
  }

  private static JsonObject read(String body, String known) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject json = reader.readObject();
      if (Set.of(known).containsAll(json.keySet())) {
        return json;
      }
      throw new InvalidRequestException(
          "The body may hold " + known + " and nothing else, but holds " + json.keySet() + ".");
    } catch (JsonException e) {
      throw new InvalidRequestException(
          "The body must be a JSON object such as {\"" + known + "\": …}.", e);
    }
  }
}
