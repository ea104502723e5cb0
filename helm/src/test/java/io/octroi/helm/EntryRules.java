package io.octroi.helm;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * For the one way in: a target group that the pods join, or a load balancer made by its controller.
 */
final class EntryRules {
  private static final String ANNOTATION = "/metadata/annotations/alb.ingress.kubernetes.io~1";
  private static final Set<String> STRONG =
      Set.of(
          "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
          "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
          "ELBSecurityPolicy-TLS13-1-3-2021-06",
          "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04");

  private EntryRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("webhooks_come_in_one_way", EntryRules::otherWays),
        new Rule("pods_join_by_address", EntryRules::joinsOtherwise),
        ingress("only_tls_comes_in", "must be TLS 1.2 or newer, and nothing else", EntryRules::tls),
        ingress(
            "browsers_must_insist_on_tls",
            "must say HSTS",
            i ->
                said(i, "listener-attributes.HTTPS-443")
                    .matches(".*strict_transport_security.header_value=max-age=[1-9]\\d{6,}.*")),
        ingress(
            "callers_are_logged",
            "needs access logs",
            i ->
                said(i, "load-balancer-attributes")
                    .matches(".*access_logs.s3.enabled=true,access_logs.s3.bucket=[a-z0-9].*")),
        ingress(
            "bad_headers_are_dropped",
            "must drop invalid headers",
            i ->
                said(i, "load-balancer-attributes")
                    .contains("drop_invalid_header_fields.enabled=true")),
        ingress(
            "the_web_acl_stands_before",
            "needs the web ACL",
            i -> said(i, "wafv2-acl-arn").startsWith("arn:aws:wafv2:")),
        ingress(
            "targets_are_asked_whether_they_are_ready",
            "must ask the management port",
            i ->
                said(i, "healthcheck-path").equals("/actuator/health/readiness")
                    && said(i, "healthcheck-port").equals("9080")),
        ingress("nothing_but_webhooks_comes_in", "must know one path", EntryRules::onePath));
  }

  private static Rule ingress(String name, String demand, Predicate<Kubernetes> holds) {
    return new Rule(
        name,
        rendered ->
            rendered
                .ofKind("Ingress")
                .filter(i -> !holds.test(i))
                .map(i -> i.title() + ": " + demand));
  }

  private static String said(Kubernetes ingress, String annotation) {
    return ingress.text(ANNOTATION + annotation);
  }

  private static Stream<String> otherWays(Rendered rendered) {
    String kind = rendered.values().at("/ingress/kind").asString("");
    long ingresses = rendered.ofKind("Ingress").count();
    long bindings = rendered.ofKind("TargetGroupBinding").count();
    boolean others =
        rendered.ofKind("Service").anyMatch(s -> !s.text("/spec/type").equals("ClusterIP"));
    boolean right =
        ingresses == (kind.equals("ingress") ? 1 : 0)
            && bindings == (kind.equals("target-group-binding") ? 1 : 0)
            && !others;
    return right ? Stream.empty() : Stream.of("ingress.kind is " + kind + ", but there are others");
  }

  private static Stream<String> joinsOtherwise(Rendered rendered) {
    Stream<String> bindings =
        rendered
            .ofKind("TargetGroupBinding")
            .filter(b ->
                !(b.text("/spec/targetType").equals("ip")
                    && b.text("/spec/serviceRef/port").equals("webhooks")
                    && b.text("/spec/serviceRef/name").equals("gateway")
                    && b.text("/spec/targetGroupARN").contains(":targetgroup/")))
            .map(Kubernetes::title);
    Stream<String> ingresses =
        rendered
            .ofKind("Ingress")
            .filter(i -> !said(i, "target-type").equals("ip"))
            .map(Kubernetes::title);
    return Stream.concat(bindings, ingresses);
  }

  private static boolean tls(Kubernetes ingress) {
    return STRONG.contains(said(ingress, "ssl-policy"))
        && said(ingress, "ssl-redirect").equals("443")
        && said(ingress, "certificate-arn").startsWith("arn:aws:acm:");
  }

  private static boolean onePath(Kubernetes ingress) {
    return ingress.at("/spec/defaultBackend").isMissingNode()
        && ingress.at("/spec/rules").size() == 1
        && ingress.at("/spec/rules/0/http/paths").size() == 1
        && ingress.text("/spec/rules/0/http/paths/0/path").equals("/webhooks/")
        && ingress.text("/spec/rules/0/http/paths/0/backend/service/port/name").equals("webhooks");
  }
}
