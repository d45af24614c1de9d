package org.drover.wps.worker.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.Feature;
import org.locationtech.jts.geom.Geometry;

/** A feature as bytes: id, geometry as WKB, properties with a tag for the type of each value. */
final class FeatureRecord {

  private static final byte NULL = 0;
  private static final byte TEXT = 1;
  private static final byte LONG = 2;
  private static final byte DOUBLE = 3;
  private static final byte TRUE = 4;
  private static final byte FALSE = 5;
  private static final byte LIST = 6;
  private static final byte MAP = 7;

  private final Wkb geometries = new Wkb();

  byte[] write(Feature feature) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    DataOutputStream out = new DataOutputStream(bytes);
    writeText(out, feature.id());
    Geometry geometry = feature.geometry();
    byte[] wkb = geometry == null ? new byte[0] : geometries.write(geometry);
    out.writeInt(wkb.length);
    out.write(wkb);
    writeMap(out, feature.properties());
    return bytes.toByteArray();
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static void writeMap(DataOutputStream out, Map<?, ?> map) throws IOException {
    out.writeInt(map.size());
    for (Map.Entry<?, ?> each : map.entrySet()) {
      writeText(out, each.getKey().toString());
      writeValue(out, each.getValue());
    }
  }

  private static void writeValue(DataOutputStream out, Object value) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof Boolean flag) {
      out.writeByte(flag ? TRUE : FALSE);
    } else if (value instanceof Double || value instanceof Float) {
      out.writeByte(DOUBLE);
      out.writeDouble(((Number) value).doubleValue());
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      out.writeByte(LONG);
      out.writeLong(((Number) value).longValue());
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte(MAP);
      writeMap(out, map);
    } else if (value instanceof List<?> list) {
      out.writeByte(LIST);
      out.writeInt(list.size());
      for (Object each : list) {
        writeValue(out, each);
      }
    } else {
      out.writeByte(TEXT);
      writeText(out, value.toString());
    }
  }

  Feature read(byte[] record) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
    String id = readText(in);
    byte[] wkb = readBytes(in);
    return new Feature(id, wkb.length == 0 ? null : geometries.read(wkb), readMap(in));
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> readMap(DataInputStream in) throws IOException {
    int size = in.readInt();
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String name = readText(in);
      map.put(name, readValue(in));
    }
    return map;
  }

  private static Object readValue(DataInputStream in) throws IOException {
    byte tag = in.readByte();
    return switch (tag) {
      case NULL -> null;
      case TEXT -> readText(in);
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      case TRUE -> true;
      case FALSE -> false;
      case LIST -> readList(in);
      case MAP -> readMap(in);
      default -> throw new IOException("a stored property has the unknown type " + tag);
    };
  }

  private static List<Object> readList(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(readValue(in));
    }
    return list;
  }
}
