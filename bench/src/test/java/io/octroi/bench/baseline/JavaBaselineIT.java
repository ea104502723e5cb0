package io.octroi.bench.baseline;

import io.octroi.bench.server.DatabaseAddress;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.subject.Subject;
import java.util.Map;

class JavaBaselineIT extends BaselineContract {

  JavaBaselineIT() {
    super("baseline_java");
  }

  @Override
  Subject start(Door door, DatabaseAddress address) {
    return Baselines.inJava(door, address, Map.of(), LOG);
  }
}
