package io.octroi.subscription.story;

import io.octroi.operations.finding.FindingSteps;
import io.octroi.operations.story.Step;
import io.octroi.operations.story.Story;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a customer's payments did to their access. */
@RestController
@RequestMapping("/operations/story")
@Transactional(readOnly = true)
class StoryController {
  /** Rows of each kind that one story is told from, at most. */
  private static final int MOST = 200;

  private final StoryRows rows;
  private final RemovalSteps removals;
  private final FindingSteps findings;

  StoryController(JdbcTemplate jdbc) {
    this.rows = new StoryRows(jdbc);
    this.removals = new RemovalSteps(jdbc);
    this.findings = new FindingSteps(jdbc, "subscription-worker");
  }

  /** The story of whoever paid it; empty for a payment that was not heard of yet. */
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
    Set<String> payments = new HashSet<>();
    Set<String> subjects = new HashSet<>();
    for (String customer : customers) {
      steps.addAll(rows.grants(customer, MOST));
      steps.addAll(rows.periods(customer, MOST));
      steps.addAll(rows.announcements(customer, MOST));
      steps.addAll(rows.reminders(customer, MOST));
      steps.addAll(rows.subscriptions(customer, MOST));
      steps.addAll(removals.held(customer, MOST));
      steps.addAll(removals.removals(customer, MOST));
      subjects.addAll(rows.subscriptionsOf(customer, MOST));
      payments.addAll(rows.paymentsOf(customer, MOST));
    }
    subjects.addAll(payments);
    steps.addAll(findings.about(subjects, MOST));
    return Story.of(steps, payments, Set.copyOf(customers));
  }
}
