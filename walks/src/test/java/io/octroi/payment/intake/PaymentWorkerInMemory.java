package io.octroi.payment.intake;

import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.agreement.AgreementsInMemory;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.PlanSource;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.ledger.LedgerKey;
import io.octroi.payment.order.Order;
import io.octroi.payment.payment.Booking;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentBooks;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.PaymentsInMemory;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.Resolution;
import io.octroi.payment.publication.Told;
import io.octroi.payment.translation.Translation.Understood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The payment-worker without Spring, Kafka and a database: it reads the records of webhooks and
 * books what they say, as {@link WebhookIntake} and {@link Bookkeeping} do.
 */
public final class PaymentWorkerInMemory {
  private final WebhookReader reader;
  private final PaymentsInMemory payments;
  private final AgreementsInMemory agreements = new AgreementsInMemory();
  private final Map<Subject, Identity> identities = new HashMap<>();
  private final Set<LedgerKey> ledger = new HashSet<>();

  /**
   * @param ids of payments, each another one
   */
  public PaymentWorkerInMemory(WebhookReader reader, Supplier<UUID> ids) {
    this.reader = reader;
    this.payments = new PaymentsInMemory(ids);
  }

  /** Takes a batch in; what the ledger has already changes nothing. */
  public List<PaymentEvent> hear(List<VerifiedWebhook> batch) {
    List<Mention> mentions = new ArrayList<>();
    for (VerifiedWebhook webhook : batch) {
      Reading reading = reader.read(webhook);
      if (ledger.add(reading.entry().key()) && reading.meaning() instanceof Understood meaning) {
        mentions.add(Mention.of(reading, meaning));
      }
    }
    return enter(mentions);
  }

  private List<PaymentEvent> enter(List<Mention> mentions) {
    List<Mention> ofPayments = mentions.stream().filter(Mention::concernsPayment).toList();
    Resolution resolution =
        payments.resolve(ofPayments.stream().map(m -> m.meaning().references()).toList());
    Set<Subject> learned = learn(mentions);
    Map<Mention, PaymentId> concerned = new LinkedHashMap<>();
    for (Mention mention : ofPayments) {
      concerned.put(mention, resolution.paymentOf(mention.meaning().references().getFirst()));
    }
    List<Booking> bookings = new ArrayList<>();
    concerned.forEach((mention, payment) -> bookings.add(mention.booking(payment)));
    List<Told> told =
        new ArrayList<>(payments.book(bookings, resolution.absorbed(), learned, identities));
    told.addAll(
        agreements.state(
            mentions.stream().flatMap(m -> m.statements().stream()).toList(), learned, identities));
    return told.stream().map(Told::event).toList();
  }

  private Set<Subject> learn(List<Mention> mentions) {
    Set<Subject> changed = new HashSet<>();
    for (Mention mention : mentions) {
      mention
          .claims()
          .forEach((subject, identity) -> {
            Identity before = identities.getOrDefault(subject, Identity.UNKNOWN);
            Identity after = before.join(identity);
            identities.put(subject, after);
            if (!after.saysTheSameAs(before)) {
              changed.add(subject);
            }
          });
    }
    return changed;
  }

  /** Takes up what a provider was asked to collect, as {@code Orders} does; once. */
  public List<PaymentEvent> order(Order order) {
    if (!ledger.add(new LedgerKey(order.endpoint(), "order:" + order.reference()))) {
      return List.of();
    }
    List<Reference> references =
        List.of(new Reference(order.provider(), ReferenceKind.CHECKOUT, order.reference()));
    Resolution resolution = payments.resolve(List.of(references));
    Claim claim =
        new Claim(
            order.customerId(),
            CustomerSource.CLIENT_REFERENCE,
            order.planCode(),
            PlanSource.METADATA,
            order.contact());
    Evidence evidence =
        new Evidence(
            "order:" + order.reference(),
            order.endpoint(),
            order.createdAt(),
            List.of(new PaymentFact.Pending(order.asked()), new PaymentFact.Claimed(claim)));
    PaymentId payment = resolution.paymentOf(references.getFirst());
    return payments
        .book(
            List.of(new Booking(payment, references, evidence, "")),
            resolution.absorbed(),
            Set.of(),
            identities)
        .stream()
        .map(Told::event)
        .toList();
  }

  /** Everything that is kept of payments. */
  public PaymentBooks books() {
    return payments.books();
  }

  /** Everything that is known of agreements, a line each. */
  public List<String> agreements() {
    return agreements.fingerprint();
  }
}
