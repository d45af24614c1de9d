package org.drover.wps.worker.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.worker.file.FeatureFile;
import org.drover.wps.worker.file.Wkb;
import org.locationtech.jts.geom.Geometry;

/** Reads what {@link ValueWriter} has written; neither JSON nor files are trusted. */
public final class ValueReader {

  private final Path folder;
  private final Wkb geometries = new Wkb();

  /**
   * @param folder of files
   */
  public ValueReader(Path folder) {
    this.folder = folder;
  }

  /** Values by identifier, with those of each occurrence. */
  public Map<String, List<Object>> inputs(String json) throws IOException {
    return occurrences(WorkerJson.MAPPER.readTree(json));
  }

  /** Values by identifier. */
  public Map<String, Object> outputs(String json) throws IOException {
    return members(WorkerJson.MAPPER.readTree(json));
  }

  private Map<String, List<Object>> occurrences(JsonNode node) throws IOException {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      List<Object> all = new ArrayList<>();
      for (JsonNode value : each.getValue()) {
        all.add(value.has("group") ? occurrences(value.get("group")) : leaf(value));
      }
      values.put(each.getKey(), all);
    }
    return values;
  }

  private Map<String, Object> members(JsonNode node) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      JsonNode value = each.getValue();
      values.put(each.getKey(), value.has("group") ? members(value.get("group")) : leaf(value));
    }
    return values;
  }

  private Object leaf(JsonNode node) throws IOException {
    if (node.has("geometry")) {
      Geometry geometry = geometries.read(node.get("geometry").binaryValue());
      geometry.setSRID(node.path("srid").asInt());
      return geometry;
    }
    if (node.has("features")) {
      return FeatureFile.open(file(node.get("features")));
    }
    if (node.has("data")) {
      return ComplexData.of(
          WorkerJson.MAPPER.treeToValue(node.get("format"), Format.class), file(node.get("data")));
    }
    if (node.has("box")) {
      return WorkerJson.MAPPER.treeToValue(node.get("box"), BoundingBox.class);
    }
    Map.Entry<String, JsonNode> literal =
        node.properties().stream()
            .filter(it -> LiteralText.isName(it.getKey()))
            .findFirst()
            .orElseThrow(() -> new IOException("there is a value of no known kind"));
    return LiteralText.read(literal.getKey(), literal.getValue().asText());
  }

  private Path file(JsonNode name) throws IOException {
    if (!name.asText().matches("\\d{1,9}")) {
      throw new IOException("'" + name.asText() + "' is no file of values");
    }
    Path file = folder.resolve(name.asText());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("there is no plain file " + name.asText());
    }
    return file;
  }
}
