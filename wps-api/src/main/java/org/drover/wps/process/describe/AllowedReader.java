package org.drover.wps.process.describe;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.drover.wps.process.AllowedText;
import org.drover.wps.process.Range;

/** Reads the allowed values of a literal from enum constants, Bean Validation and {@link Range}. */
final class AllowedReader {

  private final RecordComponent component;
  private final Class<?> valueType;

  AllowedReader(RecordComponent component, Class<?> valueType) {
    this.component = component;
    this.valueType = valueType;
  }

  AllowedValues read() {
    if (valueType.isEnum()) {
      return values(
          Arrays.stream(valueType.getEnumConstants()).map(it -> ((Enum<?>) it).name()).toList());
    }
    AllowedText texts = component.getAnnotation(AllowedText.class);
    if (texts != null) {
      return values(List.of(texts.value()));
    }
    Optional<Bound> min = minimum();
    Optional<Bound> max = maximum();
    Optional<String> spacing = get(Range.class, it -> text(it.spacing()));
    if (min.isEmpty() && max.isEmpty()) {
      return new AllowedValues.Any();
    }
    return new AllowedValues.OneOf(
        List.of(),
        List.of(
            new AllowedValues.Range(
                min.map(Bound::value),
                max.map(Bound::value),
                spacing,
                min.map(Bound::open).orElse(false),
                max.map(Bound::open).orElse(false))));
  }

  private static AllowedValues values(List<String> values) {
    return new AllowedValues.OneOf(values, List.of());
  }

  private Optional<Bound> minimum() {
    return get(Range.class, it -> text(it.min()).map(min -> new Bound(min, it.minOpen())))
        .or(() -> get(Min.class, it -> closed(Long.toString(it.value()))))
        .or(() -> get(DecimalMin.class, it -> Optional.of(new Bound(it.value(), !it.inclusive()))))
        .or(() -> get(Positive.class, it -> Optional.of(new Bound("0", true))))
        .or(() -> get(PositiveOrZero.class, it -> closed("0")));
  }

  private Optional<Bound> maximum() {
    return get(Range.class, it -> text(it.max()).map(max -> new Bound(max, it.maxOpen())))
        .or(() -> get(Max.class, it -> closed(Long.toString(it.value()))))
        .or(() -> get(DecimalMax.class, it -> Optional.of(new Bound(it.value(), !it.inclusive()))))
        .or(() -> get(Negative.class, it -> Optional.of(new Bound("0", true))))
        .or(() -> get(NegativeOrZero.class, it -> closed("0")));
  }

  private static Optional<Bound> closed(String value) {
    return Optional.of(new Bound(value, false));
  }

  private static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private <A extends Annotation, T> Optional<T> get(Class<A> type, Function<A, Optional<T>> read) {
    return Optional.ofNullable(component.getAnnotation(type))
        .or(() -> Optional.ofNullable(component.getAccessor().getAnnotation(type)))
        .or(() -> onElement(type))
        .flatMap(read);
  }

  /** What stands on the element of a List or Optional, as in {@code List<@Positive Double>}. */
  private <A extends Annotation> Optional<A> onElement(Class<A> type) {
    return component.getAnnotatedType() instanceof AnnotatedParameterizedType parameterized
        ? Optional.ofNullable(
            parameterized.getAnnotatedActualTypeArguments()[0].getAnnotation(type))
        : Optional.empty();
  }

  private record Bound(String value, boolean open) {}
}
