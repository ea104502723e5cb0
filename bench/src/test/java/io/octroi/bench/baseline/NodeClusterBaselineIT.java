package io.octroi.bench.baseline;

import io.octroi.bench.server.DatabaseAddress;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.subject.Subject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Skipped where Node or the packages are not installed: the build does not need them. */
class NodeClusterBaselineIT extends BaselineContract {

  NodeClusterBaselineIT() {
    super("baseline_node_cluster");
  }

  @Override
  Subject start(Door door, DatabaseAddress address) {
    return switch (NodeInstallation.find(Path.of("baseline-node"), LOG)) {
      case NodeInstallation.Ready node ->
          Baselines.inNodeCluster(node, door, address, Map.of(), LOG);
      case NodeInstallation.Missing(String reason) -> Assumptions.abort(reason);
    };
  }
}
