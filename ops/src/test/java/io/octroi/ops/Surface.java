package io.octroi.ops;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RestController;

/** A service as those see it who speak HTTP with it. */
enum Surface {
  GATEWAY(9080, "io.octroi.gateway"),
  PAYMENT_WORKER(9081, "io.octroi.payment", "io.octroi.messaging", "io.octroi.operations"),
  SUBSCRIPTION_WORKER(
      9082, "io.octroi.subscription", "io.octroi.messaging", "io.octroi.operations"),
  NOTIFIER(9083, "io.octroi.notifier", "io.octroi.messaging", "io.octroi.operations");

  /** Reading all classes of a service takes a while. */
  private static final Map<Surface, List<Operation>> FOUND = new ConcurrentHashMap<>();

  private final int managementPort;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes immutable ones
  private final List<String> packages;

  Surface(int managementPort, String... packages) {
    this.managementPort = managementPort;
    this.packages = List.of(packages);
  }

  int managementPort() {
    return managementPort;
  }

  /** {@code payment-worker}. */
  String serviceName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its controllers answer. */
  List<Operation> operations() {
    return FOUND.computeIfAbsent(this, Surface::read);
  }

  private List<Operation> read() {
    Stream<Class<?>> controllers =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages(packages).stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .map(JavaClass::reflect);
    return Operation.of(controllers.<Class<?>>map(type -> type).toList());
  }
}
