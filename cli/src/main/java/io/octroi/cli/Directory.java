package io.octroi.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Where the services are and who calls: by the environment; otherwise as the system that was
 * started on this machine has left it in {@code run.json} and {@code credentials.json}.
 */
final class Directory {
  private static final String TOKEN = "OCTROI_OPERATIONS_TOKEN";

  private final Map<String, String> environment;
  private final Path home;

  /**
   * @param home the folder of the local system, {@code .octroi}; may be missing
   */
  Directory(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  URI address(ServiceName service) {
    String set = environment.getOrDefault(service.variable(), "");
    if (!set.isEmpty()) {
      return parsed(service.variable(), set);
    }
    String local = read("run.json").path("managementUrls").path(service.toString()).asString("");
    return local.isEmpty()
        ? URI.create("http://127.0.0.1:" + service.usualPort())
        : parsed("run.json", local);
  }

  String token() {
    String set = environment.getOrDefault(TOKEN, "");
    String token =
        set.isEmpty() ? read("credentials.json").path("operatorToken").asString("") : set;
    if (token.isEmpty()) {
      throw new CommandException(
          Exit.USAGE, "There is no operator's token. Set " + TOKEN + ", or use --home.");
    }
    return token;
  }

  private static URI parsed(String where, String text) {
    try {
      URI address = URI.create(text.replaceAll("/+$", ""));
      if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new CommandException(Exit.USAGE, where + " holds no http address: " + text);
  }

  private JsonNode read(String file) {
    Path path = home.resolve(file);
    if (!Files.isReadable(path)) {
      return MissingNode.getInstance();
    }
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(path));
    } catch (IOException | JacksonException e) {
      throw new CommandException(Exit.USAGE, path + " cannot be read");
    }
  }
}
