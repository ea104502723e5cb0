package io.octroi.bench.server;

import io.octroi.bench.subject.Surroundings;
import io.octroi.platform.process.ChildCommand;
import io.octroi.platform.process.JvmCommand;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/**
 * How every Spring Boot server that is measured runs: on this class path, set up as the gateway.
 */
public final class SpringServer {
  private static final Map<String, String> LIKE_THE_GATEWAY =
      Map.of(
          "SPRING_MAIN_BANNERMODE", "off",
          "SPRING_THREADS_VIRTUAL_ENABLED", "true",
          "SPRING_SERVLET_MULTIPART_ENABLED", "false",
          "SPRING_MVC_FORMCONTENT_FILTER_ENABLED", "false",
          "SERVER_TOMCAT_MAXCONNECTIONS", "4096",
          // Beside a server in Node, which has no such limit either.
          "SERVER_TOMCAT_MAXKEEPALIVEREQUESTS", "-1",
          "SERVER_TOMCAT_KEEPALIVETIMEOUT", "30s",
          "SERVER_ADDRESS", "127.0.0.1");

  private SpringServer() {}

  /** Runs an application without what the services on this class path have done at their start. */
  public static void run(Class<?> application, String... arguments) {
    SpringApplication bare = new SpringApplication(application);
    bare.setInitializers(
        bare.getInitializers().stream()
            .filter(each -> each.getClass().getName().startsWith("org.springframework."))
            .toList());
    bare.run(arguments);
  }

  /**
   * What starts it.
   *
   * @param settings its own, named as Spring Boot reads them from the environment
   */
  public static ChildCommand command(
      String name, Class<?> application, int port, Map<String, String> settings, Path log) {
    Map<String, String> environment = new LinkedHashMap<>(LIKE_THE_GATEWAY);
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.putAll(settings);
    return JvmCommand.named(name, log)
        .jvmArguments(Surroundings.SERVICE_JVM)
        .mainClass(JvmCommand.ownClassPath(), application.getName())
        .environment(environment)
        .build();
  }
}
