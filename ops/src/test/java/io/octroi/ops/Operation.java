package io.octroi.ops;

import io.octroi.operations.audit.Audited;
import io.octroi.operations.audit.DryRunnable;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What can be asked of a service under one path by one method; several methods of a controller
 * where the query decides.
 */
record Operation(String verb, String path, List<Method> methods) {

  /** The operations of these controllers, by path and method. */
  static List<Operation> of(List<Class<?>> controllers) {
    Map<String, Operation> operations = new TreeMap<>();
    for (Class<?> controller : controllers) {
      for (Method method : controller.getDeclaredMethods()) {
        RequestMapping mapping =
            AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping != null) {
          for (String path : paths(controller, mapping)) {
            for (RequestMethod verb : mapping.method()) {
              operations
                  .computeIfAbsent(
                      path + " " + verb, key -> new Operation(verb.name(), path, new ArrayList<>()))
                  .methods()
                  .add(method);
            }
          }
        }
      }
    }
    operations
        .values()
        .forEach(
            operation -> operation.methods().sort((a, b) -> a.getName().compareTo(b.getName())));
    return List.copyOf(operations.values());
  }

  private static List<String> paths(Class<?> controller, RequestMapping mapping) {
    RequestMapping above =
        AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
    String begin = above == null || above.path().length == 0 ? "" : above.path()[0];
    return mapping.path().length == 0
        ? List.of(begin)
        : Stream.of(mapping.path()).map(path -> begin + path).toList();
  }

  /** As people write it: {@code GET /operations/payments}. */
  String name() {
    return verb + " " + path;
  }

  /** Stable and without its like in the service. */
  String id() {
    StringBuilder id = new StringBuilder(verb.toLowerCase(Locale.ROOT));
    for (String word : path.replace("/operations", "").split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }

  /** Whether a call has to say why. */
  boolean demandsReason() {
    return (changes() && !dryRunnable())
        || methods.stream().allMatch(method -> method.isAnnotationPresent(Audited.class));
  }

  /** Whether some calls have to say why: what is personal, and what is no dry run. */
  boolean takesReason() {
    return demandsReason()
        || dryRunnable()
        || methods.stream().anyMatch(method -> method.isAnnotationPresent(Audited.class));
  }

  boolean dryRunnable() {
    return methods.stream().anyMatch(method -> method.isAnnotationPresent(DryRunnable.class));
  }

  private boolean changes() {
    return !verb.equals("GET");
  }

  /** The status of what is answered where all is well. */
  int status() {
    return methods.stream()
        .map(method -> method.getAnnotation(ResponseStatus.class))
        .filter(Objects::nonNull)
        .map(status -> status.code().value())
        .findFirst()
        .orElse(200);
  }

  /** What is answered; several types where the query decides. */
  List<Type> answers() {
    return methods.stream().map(Operation::answer).distinct().toList();
  }

  private static Type answer(Method method) {
    return method.getGenericReturnType() instanceof ParameterizedType type
            && type.getRawType() == ResponseEntity.class
        ? type.getActualTypeArguments()[0]
        : method.getGenericReturnType();
  }

  /** Conditions on the query by which one of the methods is chosen, such as {@code body=true}. */
  List<String> conditions() {
    return methods.stream()
        .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
        .filter(Objects::nonNull)
        .flatMap(mapping -> Arrays.stream(mapping.params()))
        .distinct()
        .sorted()
        .toList();
  }
}
