package io.octroi.notifier.story;

import io.octroi.operations.finding.FindingSteps;
import io.octroi.operations.story.Step;
import io.octroi.operations.story.Story;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a customer was told, and how it went. */
@RestController
@RequestMapping("/operations/story")
@Transactional(readOnly = true)
class StoryController {
  /** Rows of each kind that one story is told from, at most. */
  private static final int MOST = 200;

  private final StoryRows rows;
  private final TelegramSteps telegram;
  private final SmsSteps sms;
  private final FindingSteps findings;

  StoryController(JdbcTemplate jdbc) {
    this.rows = new StoryRows(jdbc);
    this.telegram = new TelegramSteps(jdbc);
    this.sms = new SmsSteps(jdbc);
    this.findings = new FindingSteps(jdbc, "notifier");
  }

  /** The story of whoever paid it; empty for a payment that nobody was told of. */
  @GetMapping(params = "payment")
  Story ofPayment(@RequestParam UUID payment) {
    return story(rows.customersOf(payment));
  }

  /** Everything of one customer; of a stranger an empty story. */
  @GetMapping(params = "customer")
  Story ofCustomer(@RequestParam @Size(min = 1, max = 255) String customer) {
    return story(List.of(customer));
  }

  private Story story(List<String> customers) {
    List<Step> steps = new ArrayList<>();
    for (String customer : customers) {
      steps.addAll(rows.notifications(customer, MOST));
      steps.addAll(rows.deliveries(customer, MOST));
      steps.addAll(rows.attempts(customer, MOST));
      steps.addAll(telegram.of(customer, MOST));
      steps.addAll(sms.of(customer, MOST));
      steps.addAll(findings.about(rows.deliveriesOf(customer, MOST), MOST));
    }
    return Story.of(steps, Set.of(), Set.copyOf(customers));
  }
}
