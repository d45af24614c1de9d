package org.drover.wps.worker.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.plan.Items;
import org.drover.wps.worker.file.FeatureFile;
import org.drover.wps.worker.file.Wkb;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes values of inputs and outputs as JSON; data that may be large goes into files of its own,
 * named by number.
 */
public final class ValueWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Path folder;
  private final FilePlace place;
  private final Wkb geometries = new Wkb();
  private int files;

  /** Where a file that is there already may be left. */
  @FunctionalInterface
  public interface FilePlace {

    /**
     * Is told of a file.
     *
     * @param name under which the reader will look for it
     * @return whether the reader will find it without a copy
     */
    boolean isReadable(String name, Path file);
  }

  /**
   * @param folder for files; it exists
   */
  public ValueWriter(Path folder, FilePlace place) {
    this.folder = folder;
    this.place = place;
  }

  /** Writes values by identifier, with those of each occurrence. */
  public String inputs(Map<String, List<Object>> values) throws IOException {
    return WorkerJson.text(occurrences(values));
  }

  /** Writes values by identifier. */
  public String outputs(Map<String, Object> values) throws IOException {
    return WorkerJson.text(members(values));
  }

  private ObjectNode occurrences(Map<?, ?> values) throws IOException {
    ObjectNode node = NODES.objectNode();
    for (Map.Entry<?, ?> each : values.entrySet()) {
      ArrayNode all = node.putArray(each.getKey().toString());
      for (Object value : (List<?>) each.getValue()) {
        all.add(
            value instanceof Map<?, ?> group ? tagged("group", occurrences(group)) : leaf(value));
      }
    }
    return node;
  }

  private ObjectNode members(Map<?, ?> values) throws IOException {
    ObjectNode node = NODES.objectNode();
    for (Map.Entry<?, ?> each : values.entrySet()) {
      node.set(
          each.getKey().toString(),
          each.getValue() instanceof Map<?, ?> group
              ? tagged("group", members(group))
              : leaf(each.getValue()));
    }
    return node;
  }

  private ObjectNode leaf(Object value) throws IOException {
    if (value instanceof Geometry geometry) {
      ObjectNode node = NODES.objectNode();
      node.put("geometry", geometries.write(geometry));
      node.put("srid", geometry.getSRID());
      return node;
    }
    if (value instanceof FeatureCollection features) {
      return tagged("features", NODES.textNode(put(features)));
    }
    if (value instanceof ComplexData data) {
      ObjectNode node = tagged("data", NODES.textNode(put(data)));
      node.set("format", format(data.format()));
      return node;
    }
    if (value instanceof BoundingBox box) {
      return tagged("box", WorkerJson.MAPPER.valueToTree(box));
    }
    return tagged(LiteralText.name(value), NODES.textNode(LiteralText.write(value)));
  }

  private static ObjectNode tagged(String kind, JsonNode value) {
    ObjectNode node = NODES.objectNode();
    node.set(kind, value);
    return node;
  }

  private static JsonNode format(Format format) {
    ObjectNode node = NODES.objectNode();
    node.put("mediaType", format.mediaType());
    node.put("encoding", format.encoding());
    node.put("schema", format.schema());
    return node;
  }

  private String put(FeatureCollection features) throws IOException {
    String name = Integer.toString(files++);
    if (features instanceof FeatureFile file && place.isReadable(name, file.path())) {
      return name;
    }
    Path draft = folder.resolve(name + ".draft");
    try (FeatureFile.Writer writer = FeatureFile.create(draft, features.crs());
        Items<Feature> all = features.readFrom(0)) {
      while (all.hasNext()) {
        writer.write(all.next());
      }
    }
    FeatureFile.rename(draft, folder.resolve(name));
    place.isReadable(name, folder.resolve(name));
    return name;
  }

  private String put(ComplexData data) throws IOException {
    String name = Integer.toString(files++);
    if (data.findFile().isPresent() && place.isReadable(name, data.findFile().get())) {
      return name;
    }
    Path draft = folder.resolve(name + ".draft");
    try (InputStream in = data.open()) {
      Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    place.isReadable(name, folder.resolve(name));
    return name;
  }
}
