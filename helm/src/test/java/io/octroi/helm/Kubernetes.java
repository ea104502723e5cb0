package io.octroi.helm;

import tools.jackson.databind.JsonNode;

/** One object as it would be sent to the API server. */
record Kubernetes(JsonNode json) {

  String kind() {
    return json.path("kind").asString("");
  }

  String name() {
    return json.at("/metadata/name").asString("");
  }

  /** {@code Deployment gateway}. */
  String title() {
    return kind() + " " + name();
  }

  /** The value at a JSON Pointer. */
  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  String text(String pointer) {
    return json.at(pointer).asString("");
  }

  /** The pods that it makes; missing for what makes none. */
  JsonNode pod() {
    return json.at("/spec/template");
  }

  boolean makesPods() {
    return !pod().isMissingNode();
  }

  String component() {
    return text("/metadata/labels/app.kubernetes.io~1component");
  }
}
