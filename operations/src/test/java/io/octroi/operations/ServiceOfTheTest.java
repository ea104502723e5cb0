package io.octroi.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.operations.access.Operator;
import io.octroi.operations.audit.Audited;
import io.octroi.operations.audit.DryRunnable;
import io.octroi.operations.audit.Reason;
import io.octroi.operations.stateage.SqlView;
import io.octroi.operations.stateage.StateBudget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A door that can be opened, and orders that can get stuck. */
@SpringBootApplication
@Import({OperationsDatabaseConfiguration.class, ServiceOfTheTest.Door.class})
public class ServiceOfTheTest {
  static final Duration BUDGET = Duration.ofMinutes(10);

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  StateBudget openOrders(JdbcTemplate jdbc) {
    jdbc.execute("create table if not exists orders (id text, opened_at timestamptz)");
    return new StateBudget(
        "order.open",
        BUDGET,
        "Look why nobody took it.",
        new SqlView(
            jdbc,
            "select min(opened_at) from orders",
            "select id, opened_at from orders where opened_at < ? order by opened_at limit ?"));
  }

  /** What operators may do. */
  @RestController
  public static class Door {
    public final List<String> opened = new CopyOnWriteArrayList<>();

    @GetMapping("/operations/door")
    String look() {
      return "closed";
    }

    @Audited
    @GetMapping("/operations/door/guests")
    String guests() {
      return "nobody";
    }

    @PostMapping("/operations/door/open")
    String open(Operator operator, Reason reason) {
      opened.add(operator.name() + ": " + reason.text());
      return "open";
    }

    @PostMapping("/operations/door/break")
    String fail() {
      throw new IllegalStateException("it does not break");
    }

    @DryRunnable
    @PostMapping("/operations/door/paint")
    String paint() {
      return "painted";
    }
  }
}
