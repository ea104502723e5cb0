package io.octroi.payment.story;

import io.octroi.operations.answer.Problems;
import io.octroi.operations.finding.FindingSteps;
import io.octroi.operations.story.Step;
import io.octroi.operations.story.Story;
import io.octroi.payment.api.ProvidersProperties;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.story.StoryRows.Told;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what happened to a payment, to a customer's payments, or because of an event. */
@RestController
@RequestMapping("/operations/story")
@Transactional(readOnly = true)
class StoryController {
  /** Payments that one story is about, at most. */
  private static final int MOST = 50;

  private final StoryRows rows;
  private final AskingRows asking;
  private final FindingSteps findings;
  private final Payments payments;
  private final ProvidersProperties providers;

  StoryController(JdbcTemplate jdbc, Payments payments, ProvidersProperties providers) {
    this.providers = providers;
    this.rows = new StoryRows(jdbc);
    this.asking = new AskingRows(jdbc);
    this.findings = new FindingSteps(jdbc, "payment-worker");
    this.payments = payments;
  }

  @GetMapping(params = "payment")
  Story ofPayment(@RequestParam UUID payment) {
    List<Told> found = rows.payment(payment);
    if (found.isEmpty()) {
      throw Problems.notFound("No such payment");
    }
    return story(found, List.of(), Set.of());
  }

  /** The newest payments of a customer; of a stranger an empty story. */
  @GetMapping(params = "customer")
  Story ofCustomer(@RequestParam @Size(min = 1, max = 200) String customer) {
    return story(rows.ofCustomer(customer, MOST), List.of(), Set.of());
  }

  /** The event itself, whatever came of it, and the payments that it told something of. */
  @GetMapping(params = "event")
  Story ofEvent(@RequestParam @Size(min = 1, max = 255) String event) {
    List<Arrival> arrivals = rows.arrivals(event, MOST);
    List<Told> found = rows.ofEvent(event, MOST);
    if (arrivals.isEmpty() && found.isEmpty()) {
      return ofMissing(event);
    }
    return story(found, arrivals, asking.inquiriesOf(event));
  }

  /** What a provider lists and the ledger lacks has no story but that. */
  private Story ofMissing(String event) {
    List<Step> missed =
        findings.about(
            providers.providers().keySet().stream()
                .map(endpoint -> endpoint + "/" + event)
                .collect(Collectors.toSet()),
            MOST);
    if (missed.isEmpty()) {
      throw Problems.notFound("No such event came in");
    }
    return Story.of(missed, Set.of(), Set.of());
  }

  private Story story(List<Told> found, List<Arrival> alone, Set<Long> asked) {
    Map<Long, Arrival> arrivals = new LinkedHashMap<>();
    alone.forEach(a -> arrivals.put(a.position(), a));
    Map<PaymentId, List<Evidence>> evidence =
        payments.evidenceOf(found.stream().map(Told::id).toList());
    List<Step> ofPayments = new ArrayList<>();
    for (Told payment : found) {
      Map<String, Arrival> its = rows.arrivals(payment.id());
      its.values().forEach(a -> arrivals.put(a.position(), a));
      ofPayments.addAll(
          Narrator.payment(
              payment.id().toString(),
              payment.createdAt(),
              evidence.getOrDefault(payment.id(), List.of()),
              its));
    }
    List<PaymentId> ids = found.stream().map(Told::id).toList();
    Set<Long> inquiries = new LinkedHashSet<>(asked);
    inquiries.addAll(asking.inquiriesOf(ids));
    for (String hint : asking.hintsOf(inquiries, MOST)) {
      rows.arrivals(hint, MOST).forEach(a -> arrivals.put(a.position(), a));
    }
    List<Step> steps = new ArrayList<>(asking.orders(ids));
    arrivals.values().forEach(a -> steps.addAll(Narrator.arrival(a)));
    steps.addAll(asking.inquiries(inquiries, MOST));
    steps.addAll(ofPayments);
    steps.addAll(findings.about(subjects(found, arrivals.values()), MOST));
    Set<String> customers =
        found.stream().map(Told::customer).filter(c -> !c.isEmpty()).collect(Collectors.toSet());
    return Story.of(steps, Set.copyOf(StoryRows.ids(found)), customers);
  }

  /** What findings may be about: the payments, and the events that told of them. */
  private static Set<String> subjects(List<Told> found, Collection<Arrival> arrivals) {
    Set<String> subjects = new LinkedHashSet<>(StoryRows.ids(found));
    arrivals.forEach(a -> subjects.add(a.endpoint() + "/" + a.eventId()));
    return subjects;
  }
}
