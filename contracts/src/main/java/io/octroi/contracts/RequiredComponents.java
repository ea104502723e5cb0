package io.octroi.contracts;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a record lacks a component that is not {@code @Nullable}. Jackson reads an
 * absent field as null, which the types forbid and a reader would trip over much later.
 */
final class RequiredComponents {
  /** Empty for what is no record. What a class says of itself is read once, not for each event. */
  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return type.isRecord()
              ? Arrays.stream(type.getRecordComponents())
                  .filter(component -> !component.getType().isPrimitive())
                  .map(Component::of)
                  .toList()
              : List.of();
        }
      };

  private RequiredComponents() {}

  /** Looks into nested records too. */
  static boolean arePresentIn(Object value) {
    for (Component component : COMPONENTS.get(value.getClass())) {
      @Nullable Object part = component.of(value);
      if (part == null ? !component.optional() : !arePresentIn(part)) {
        return false;
      }
    }
    return true;
  }

  private record Component(Method accessor, boolean optional) {
    static Component of(RecordComponent component) {
      return new Component(
          component.getAccessor(),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    @Nullable Object of(Object value) {
      try {
        return accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("an event record is public and its accessors only read", e);
      }
    }
  }
}
