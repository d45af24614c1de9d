package org.drover.wps.process.describe;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.drover.wps.process.About;
import org.drover.wps.process.CrsList;
import org.drover.wps.process.Default;
import org.drover.wps.process.Formats;
import org.drover.wps.process.JsonSchema;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.locationtech.jts.geom.Geometry;

/** Reads the description of one input or output from a record component. */
final class ComponentReader {

  private static final int BYTES_PER_MEGABYTE = 1_000_000;

  /** Constraints on a list rather than on what is in it. */
  private static final Set<Class<?>> COUNTING = Set.of(Size.class, NotEmpty.class, NotNull.class);

  private final RecordReader reader;
  private final RecordComponent component;
  private final Class<?> valueType;
  private final boolean optional;
  private final boolean many;

  /**
   * @param reader of the record the component is in
   */
  ComponentReader(RecordReader reader, RecordComponent component) {
    this.reader = reader;
    this.component = component;
    this.optional = component.getType() == Optional.class;
    this.many = component.getType() == List.class;
    this.valueType = box(optional || many ? argument(component) : component.getType());
  }

  private Class<?> argument(RecordComponent from) {
    if (from.getGenericType() instanceof ParameterizedType type) {
      Type argument = type.getActualTypeArguments()[0];
      if (argument instanceof Class<?> plain) {
        return plain;
      }
    }
    throw fault("needs a plain type argument, such as List<String>");
  }

  /** The wrapper of a primitive type, and any other type itself. */
  static Class<?> box(Class<?> type) {
    return type.isPrimitive()
        ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
        : type;
  }

  InputDescription input() {
    requireConstraintsOnElements();
    Optional<String> defaultValue =
        Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    if (defaultValue.isPresent() && (optional || many)) {
      throw fault("has a @Default, so its type is the value's own: not Optional, not List");
    }
    Occurs occurs = component.getAnnotation(Occurs.class);
    if (occurs != null && !many) {
      throw fault("has @Occurs, so its type must be a List");
    }
    int min =
        many ? (occurs == null ? 1 : occurs.min()) : optional || defaultValue.isPresent() ? 0 : 1;
    int max = many ? (occurs == null ? 1000 : occurs.max()) : 1;
    return new InputDescription(
        component.getName(), texts(), min, max, inputData(defaultValue), valueType);
  }

  private DataDescription inputData(Optional<String> defaultValue) {
    if (!RecordReader.isGroup(valueType)) {
      return data(defaultValue);
    }
    if (defaultValue.isPresent()) {
      throw fault("is a group, which has no @Default: its members may have one");
    }
    return new DataDescription.InputGroup(reader.inside(valueType).inputs(valueType));
  }

  private DataDescription outputData() {
    return RecordReader.isGroup(valueType)
        ? new DataDescription.OutputGroup(reader.inside(valueType).outputs(valueType))
        : data(Optional.empty());
  }

  /** Bean Validation would find no validator for the container itself. */
  private void requireConstraintsOnElements() {
    if (RecordReader.isGroup(valueType) && hasConstraint(it -> true)) {
      throw fault("is a group: constrain its members, and its occurrences with @Occurs");
    }
    if (hasConstraint(it -> optional || (many && !COUNTING.contains(it)))) {
      throw fault("has a constraint that belongs on its element, such as List<@Min(1) Integer>");
    }
  }

  private boolean hasConstraint(Predicate<Class<?>> kind) {
    return Arrays.stream(component.getAccessor().getAnnotations())
        .map(Annotation::annotationType)
        .filter(it -> it.getPackageName().equals(Min.class.getPackageName()))
        .anyMatch(kind);
  }

  OutputDescription output() {
    if (many) {
      throw fault("is an output, which is given once: not a List");
    }
    return new OutputDescription(component.getName(), texts(), outputData(), valueType);
  }

  private Texts texts() {
    Title title = component.getAnnotation(Title.class);
    return title == null
        ? Texts.titled(component.getName())
        : new Texts(
            title.value(),
            title.summary(),
            Arrays.asList(title.keywords()),
            metadata(title.metadata()));
  }

  static List<Metadata> metadata(About[] links) {
    return Arrays.stream(links).map(it -> new Metadata(it.title(), it.href())).toList();
  }

  private DataDescription data(Optional<String> defaultValue) {
    if (valueType == BoundingBox.class) {
      CrsList crs = component.getAnnotation(CrsList.class);
      return new DataDescription.Box(
          crs == null ? List.of("EPSG:4326", "OGC:CRS84") : List.of(crs.value()), defaultValue);
    }
    Optional<List<Format>> formats = formats();
    if (formats.isPresent()) {
      if (defaultValue.isPresent()) {
        throw fault("is complex data, which has no @Default: make it Optional");
      }
      return new DataDescription.Complex(formats.get(), maximumBytes(), jsonSchema(formats.get()));
    }
    if (component.isAnnotationPresent(JsonSchema.class)) {
      throw fault("has a @JsonSchema, so it must be ComplexData with a JSON format");
    }
    LiteralType type =
        Arrays.stream(LiteralType.values())
            .filter(
                it ->
                    it.javaType() == valueType || (it == LiteralType.STRING && valueType.isEnum()))
            .findFirst()
            .orElseThrow(() -> fault("has a type no input or output can have: " + valueType));
    return new DataDescription.Literal(
        type, units(), new AllowedReader(component, valueType).read(), defaultValue);
  }

  private Optional<List<Format>> formats() {
    Formats given = component.getAnnotation(Formats.class);
    if (given != null) {
      return Optional.of(
          Arrays.stream(given.value())
              .map(it -> new Format(it.mediaType(), it.encoding(), it.schema()))
              .toList());
    }
    if (valueType == FeatureCollection.class) {
      return Optional.of(List.of(Format.GEOJSON, Format.GML32));
    }
    if (valueType == Geometry.class) {
      return Optional.of(List.of(Format.GEOJSON, Format.GML32, Format.WKT));
    }
    if (valueType == ComplexData.class) {
      if (component.isAnnotationPresent(JsonSchema.class)) {
        return Optional.of(List.of(Format.JSON));
      }
      throw fault("is ComplexData and needs @Formats");
    }
    return Optional.empty();
  }

  private Optional<String> jsonSchema(List<Format> formats) {
    JsonSchema schema = component.getAnnotation(JsonSchema.class);
    if (schema == null) {
      return Optional.empty();
    }
    if (valueType != ComplexData.class || formats.stream().noneMatch(Format::isJson)) {
      throw fault("has a @JsonSchema, so it must be ComplexData with a JSON format");
    }
    return Optional.of(schema.value());
  }

  private OptionalLong maximumBytes() {
    MaxMegabytes limit = component.getAnnotation(MaxMegabytes.class);
    return limit == null
        ? OptionalLong.empty()
        : OptionalLong.of((long) limit.value() * BYTES_PER_MEGABYTE);
  }

  private List<String> units() {
    Title title = component.getAnnotation(Title.class);
    if (title == null || title.unit().isEmpty()) {
      return List.of();
    }
    List<String> units = new ArrayList<>(List.of(title.unit()));
    units.addAll(Arrays.asList(title.moreUnits()));
    return units;
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(
        reader.process().getName() + ": component '" + component.getName() + "' " + what);
  }
}
