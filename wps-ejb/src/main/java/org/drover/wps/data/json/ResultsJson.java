package org.drover.wps.data.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.drover.wps.data.OutputNode;
import org.drover.wps.data.OutputValue;

/** Writes the outputs of a run as one document (18-062r2, results.yaml). */
public final class ResultsJson {

  private ResultsJson() {}

  /** An output, by its path if it is nested. */
  public sealed interface Entry {
    String path();
  }

  /**
   * An output with its value.
   *
   * @param plain whether the format goes without saying
   */
  public record Value(String path, OutputValue value, boolean plain) implements Entry {}

  /** An output by its address. */
  public record Reference(String path, String href, String type) implements Entry {}

  /** Writes the document; the stream stays open. */
  public static void write(OutputStream out, List<Entry> entries) throws IOException {
    try (JsonGenerator json = JsonCopy.generator(out)) {
      members(json, OutputNode.of(entries, Entry::path));
    }
  }

  /** A group is a qualified value, as every object is. */
  private static void members(JsonGenerator json, List<OutputNode<Entry>> nodes)
      throws IOException {
    json.writeStartObject();
    for (OutputNode<Entry> node : nodes) {
      json.writeFieldName(node.id());
      if (node instanceof OutputNode.Leaf<Entry> leaf) {
        one(json, leaf.output());
      } else if (node instanceof OutputNode.Group<Entry> group) {
        json.writeStartObject();
        json.writeFieldName("value");
        members(json, group.members());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
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
