package org.drover.wps.web.ogcapi.execute;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.drover.wps.web.ogcapi.document.ProblemException;

/** Reads what is to change of a job: {@code {"paused": true, "why": "…"}}. */
public final class ChangeReader {

  private static final int LARGEST = 64 * 1024;
  private static final int LONGEST_REASON = 500;
  private static final Set<String> KNOWN = Set.of("paused", "why");

  private ChangeReader() {}

  /**
   * A change.
   *
   * @param paused whether to pause or to resume the job
   * @param why for the audit trail; may be empty
   */
  public record Change(boolean paused, String why) {}

  /**
   * Reads a change.
   *
   * @throws ProblemException if the body is something else
   */
  public static Change read(InputStream body) {
    return change(object(bytes(body)));
  }

  private static JsonObject object(byte[] body) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (RuntimeException e) { // a bare one, not a JsonException, when it is nested too deeply
      throw new ProblemException(refusal().problem(), e);
    }
  }

  private static byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw refusal();
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Change change(JsonObject json) {
    JsonValue paused = json.getOrDefault("paused", JsonValue.NULL);
    boolean known = paused == JsonValue.TRUE || paused == JsonValue.FALSE;
    boolean fits =
        json.getOrDefault("why", Json.createValue("")) instanceof JsonString why
            && why.getChars().length() <= LONGEST_REASON;
    if (!known || !fits || !KNOWN.containsAll(json.keySet())) {
      throw refusal();
    }
    return new Change(paused == JsonValue.TRUE, json.getString("why", ""));
  }

  private static ProblemException refusal() {
    return ProblemException.unreadable(
        "The body is {\"paused\": true} or {\"paused\": false}, perhaps with a reason of at most "
            + LONGEST_REASON
            + " characters: \"why\".");
  }
}
