package io.octroi.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON schemas of the records that a service reads and answers, as the components of one page. */
final class JsonSchemas {
  private static final Map<Type, Map<String, Object>> SCALARS = scalars();

  private final Map<String, Object> components = new TreeMap<>();
  private final boolean snakeCase;

  /**
   * @param snakeCase whether names without an annotation are written in snake_case
   */
  JsonSchemas(boolean snakeCase) {
    this.snakeCase = snakeCase;
  }

  /** The records met so far, by name. */
  Map<String, Object> components() {
    return components;
  }

  /** The schema of a type; a record's is a reference. */
  Map<String, Object> of(Type type) {
    return of(type, Map.of());
  }

  private Map<String, Object> of(Type type, Map<TypeVariable<?>, Type> bound) {
    if (SCALARS.containsKey(type)) {
      return new LinkedHashMap<>(SCALARS.get(type));
    }
    return switch (type) {
      case TypeVariable<?> variable -> of(bound.getOrDefault(variable, Object.class), bound);
      case ParameterizedType generic -> generic(generic, bound);
      case Class<?> plain when plain.isRecord() -> named(plain.getSimpleName(), plain, Map.of());
      case Class<?> plain when plain.isEnum() -> enumeration(plain);
      case Class<?> plain when plain.isSealed() ->
          ordered(
              "oneOf",
              Arrays.stream(plain.getPermittedSubclasses()).map(c -> of(c, bound)).toList());
      default -> new LinkedHashMap<>();
    };
  }

  private Map<String, Object> generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return ordered("type", "array", "items", of(arguments[0], bound));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return ordered("type", "object", "additionalProperties", of(arguments[1], bound));
    }
    if (raw == Optional.class) {
      return of(arguments[0], bound);
    }
    Map<TypeVariable<?>, Type> inner = new HashMap<>();
    StringBuilder name = new StringBuilder(raw.getSimpleName()).append("Of");
    for (int i = 0; i < arguments.length; i++) {
      Type argument = arguments[i];
      Type known =
          argument instanceof TypeVariable<?> v ? bound.getOrDefault(v, Object.class) : argument;
      inner.put(raw.getTypeParameters()[i], known);
      name.append(known instanceof Class<?> c ? componentName(c) : "Values");
    }
    return raw.isRecord() ? named(name.toString(), raw, inner) : new LinkedHashMap<>();
  }

  private Map<String, Object> named(
      String generic, Class<?> record, Map<TypeVariable<?>, Type> bound) {
    String name = bound.isEmpty() ? componentName(record) : generic;
    if (!components.containsKey(name)) {
      components.put(name, Map.of());
      components.put(name, object(record, bound));
    }
    return ordered("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> object(Class<?> record, Map<TypeVariable<?>, Type> bound) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      Map<String, Object> schema = of(component.getGenericType(), bound);
      limits(component.getAccessor(), schema);
      properties.put(wireName(component), schema);
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
          && component.getType() != Optional.class) {
        required.add(wireName(component));
      }
    }
    Map<String, Object> object = ordered("type", "object", "properties", properties);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }

  private String wireName(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    if (property != null && !property.value().isEmpty()) {
      return property.value();
    }
    return snakeCase
        ? component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
        : component.getName();
  }

  private static String componentName(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : componentName(outer)) + type.getSimpleName();
  }

  private static Map<String, Object> enumeration(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      try {
        JsonProperty property = type.getField(name).getAnnotation(JsonProperty.class);
        names.add(property == null ? name : property.value());
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }
    return ordered("type", "string", "enum", names);
  }

  /** What the annotations of a parameter or a component bound. */
  static void limits(AnnotatedElement element, Map<String, Object> schema) {
    Pattern pattern = element.getAnnotation(Pattern.class);
    if (pattern != null) {
      schema.put("pattern", "^(" + pattern.regexp() + ")$");
    }
    Size size = element.getAnnotation(Size.class);
    if (size != null) {
      schema.put("minLength", size.min());
      schema.put("maxLength", size.max());
    }
    Min min = element.getAnnotation(Min.class);
    if (min != null) {
      schema.put("minimum", min.value());
    }
    Max max = element.getAnnotation(Max.class);
    if (max != null) {
      schema.put("maximum", max.value());
    }
  }

  /** A map in this order. */
  static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Map<Type, Map<String, Object>> scalars() {
    Map<Type, Map<String, Object>> scalars = new HashMap<>();
    scalars.put(String.class, ordered("type", "string"));
    scalars.put(UUID.class, ordered("type", "string", "format", "uuid"));
    scalars.put(Instant.class, ordered("type", "string", "format", "date-time"));
    scalars.put(Duration.class, ordered("type", "string", "format", "duration"));
    for (Type whole : List.of(int.class, Integer.class)) {
      scalars.put(whole, ordered("type", "integer", "format", "int32"));
    }
    for (Type whole : List.of(long.class, Long.class)) {
      scalars.put(whole, ordered("type", "integer", "format", "int64"));
    }
    for (Type truth : List.of(boolean.class, Boolean.class)) {
      scalars.put(truth, ordered("type", "boolean"));
    }
    scalars.put(Object.class, ordered());
    return scalars;
  }
}
