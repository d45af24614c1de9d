package org.drover.wps.data.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.data.OutputValue;

/** Writes the outputs of a run as one document (18-062r2, results.yaml). */
public final class ResultsJson {

  private static final String INSIDE = "/";

  private ResultsJson() {}

  /** An output, by its path if it is nested. */
  public sealed interface Entry {

    String path();

    /** The same inside its group. */
    Entry inside(String rest);
  }

  /**
   * An output with its value.
   *
   * @param plain whether the format goes without saying
   */
  public record Value(String path, OutputValue value, boolean plain) implements Entry {
    @Override
    public Entry inside(String rest) {
      return new Value(rest, value, plain);
    }
  }

  /** An output by its address. */
  public record Reference(String path, String href, String type) implements Entry {
    @Override
    public Entry inside(String rest) {
      return new Reference(rest, href, type);
    }
  }

  /** Writes the document; the stream stays open. */
  public static void write(OutputStream out, List<Entry> entries) throws IOException {
    try (JsonGenerator json = JsonCopy.generator(out)) {
      members(json, entries);
    }
  }

  private static void members(JsonGenerator json, List<Entry> entries) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, List<Entry>> member : byFirstStep(entries).entrySet()) {
      json.writeFieldName(member.getKey());
      List<Entry> inside = member.getValue();
      if (inside.size() == 1 && inside.get(0).path().isEmpty()) {
        one(json, inside.get(0));
      } else {
        json.writeStartObject();
        json.writeFieldName("value");
        members(json, inside);
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private static Map<String, List<Entry>> byFirstStep(List<Entry> entries) {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String[] steps = entry.path().split(INSIDE, 2);
      groups
          .computeIfAbsent(steps[0], key -> new ArrayList<>())
          .add(entry.inside(steps.length == 1 ? "" : steps[1]));
    }
    return groups;
  }

  private static void one(JsonGenerator json, Entry entry) throws IOException {
    if (entry instanceof Value value) {
      OutputJson.write(json, value.value(), value.plain());
    } else if (entry instanceof Reference reference) {
      json.writeStartObject();
      json.writeStringField("href", reference.href());
      json.writeStringField("type", reference.type());
      json.writeEndObject();
    }
  }
}
