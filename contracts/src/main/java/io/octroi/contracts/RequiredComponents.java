package io.octroi.contracts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a record lacks a component that is not {@code @Nullable}. Jackson reads an
 * absent field as null, which the types forbid and a reader would trip over much later.
 */
final class RequiredComponents {
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> !component.getType().isPrimitive())
              .toList();
        }
      };

  private RequiredComponents() {}

  /** Looks into nested records too. */
  static boolean arePresentIn(Object value) {
    if (!value.getClass().isRecord()) {
      return true;
    }
    for (RecordComponent component : COMPONENTS.get(value.getClass())) {
      @Nullable Object part = read(component, value);
      if (part == null ? !isOptional(component) : !arePresentIn(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an event record is public and its accessors only read", e);
    }
  }
}
