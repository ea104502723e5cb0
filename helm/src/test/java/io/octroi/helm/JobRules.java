package io.octroi.helm;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** For the jobs: topics and roles before everything, migrations before an upgrade. */
final class JobRules {
  private static final String HOOK = "/metadata/annotations/helm.sh~1hook";

  /** The program that the image of every worker has. */
  static final String MIGRATION = "io.octroi.messaging.migration.MigrationApplication";

  private static final List<String> WORKERS =
      List.of("payment-worker", "subscription-worker", "notifier");

  private JobRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("jobs_come_to_an_end", JobRules::endless),
        new Rule("topics_and_roles_come_first", JobRules::late),
        new Rule("what_a_job_needs_is_there_before", JobRules::needy),
        new Rule("migrations_come_before_an_upgrade", JobRules::unmigrated),
        new Rule("every_declared_topic_is_made", JobRules::forgotten));
  }

  private static Stream<String> endless(Rendered rendered) {
    return rendered
        .ofKind("Job")
        .filter(job ->
            job.at("/spec/activeDeadlineSeconds").asInt(0) < 1
                || job.at("/spec/ttlSecondsAfterFinished").asInt(0) < 1
                || job.at("/spec/backoffLimit").asInt(6) > 5
                || !job.pod().at("/spec/restartPolicy").asString("").equals("Never"))
        .map(job -> job.title() + ": needs a deadline, few tries and an end");
  }

  private static Stream<String> late(Rendered rendered) {
    boolean topics = !rendered.values().at("/kafka/topics").isEmpty();
    boolean roles = !rendered.values().at("/database/bootstrapSql").asString("").isEmpty();
    Set<String> first =
        rendered
            .ofKind("Job")
            .filter(job -> job.text(HOOK).equals("pre-install,pre-upgrade"))
            .map(Kubernetes::name)
            .collect(Collectors.toSet());
    Set<String> wanted =
        Stream.concat(
                topics ? Stream.of("topics-job") : Stream.empty(),
                roles ? Stream.of("database-job") : Stream.empty())
            .collect(Collectors.toSet());
    return first.equals(wanted) ? Stream.empty() : Stream.of(first + " instead of " + wanted);
  }

  private static int weight(Kubernetes object) {
    return Integer.parseInt(object.at(HOOK + "-weight").asString("0"));
  }

  /** Hooks run before the release exists: what they use must be a hook that is made earlier. */
  private static Stream<String> needy(Rendered rendered) {
    return rendered
        .ofKind("Job")
        .filter(job -> !needs(rendered, job))
        .map(job -> job.title() + ": what it needs is not there in time");
  }

  private static boolean needs(Rendered rendered, Kubernetes job) {
    boolean settings =
        job.pod()
            .at("/spec/volumes")
            .valueStream()
            .filter(volume -> volume.path("name").asString("").equals("config"))
            .allMatch(volume ->
                earlier(rendered, job, "ConfigMap", volume.at("/configMap/name").asString("")));
    String account = job.pod().at("/spec/serviceAccountName").asString("");
    boolean groups =
        !rendered.values().path("securityGroups").has("jobs")
            || earlier(rendered, job, "SecurityGroupPolicy", "jobs");
    return settings
        && groups
        && (WORKERS.contains(account) || earlier(rendered, job, "ServiceAccount", account));
  }

  private static boolean earlier(Rendered rendered, Kubernetes job, String kind, String name) {
    return rendered
        .ofKind(kind)
        .filter(object -> object.name().equals(name))
        .anyMatch(o -> o.text(HOOK).contains("pre-upgrade") && weight(o) < weight(job));
  }

  private static Stream<String> unmigrated(Rendered rendered) {
    if (!rendered.values().at("/jobs/migrations").asBoolean()) {
      return Stream.empty();
    }
    return WORKERS.stream()
        .filter(worker -> rendered.ofKind("Job").filter(job -> migrates(job, worker)).count() != 1)
        .map(worker -> worker + " is not migrated before an upgrade");
  }

  private static boolean migrates(Kubernetes job, String worker) {
    return job.name().equals("migrate-" + worker)
        && job.text(HOOK).equals("pre-upgrade")
        && job.pod().at("/spec/containers/0/command/3").asString("").equals(MIGRATION)
        && job.pod().at("/spec/containers/0/image").asString("").contains("/" + worker)
        && job.pod().at("/spec/serviceAccountName").asString("").equals(worker);
  }

  private static Stream<String> forgotten(Rendered rendered) {
    return rendered
        .ofKind("ConfigMap")
        .filter(map -> map.name().equals("topics-job"))
        .filter(map ->
            !JsonMapper.shared()
                .readTree(map.text("/data/topics.json"))
                .equals(rendered.values().at("/kafka/topics")))
        .map(map -> map.title() + ": differs from the topics that are declared");
  }
}
