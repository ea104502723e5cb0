package io.octroi.notifier.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.notifier.linking.AccountLink;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.membership.Memberships;
import io.octroi.notifier.membership.StartLinks;
import io.octroi.notifier.wording.Link;
import io.octroi.operations.answer.Page;
import io.octroi.operations.answer.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators which account is whose, and lets them end a link or make a start link. */
@RestController
final class LinksController {
  private final Links links;
  private final Linking linking;
  private final StartLinks startLinks;
  private final Memberships memberships;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LinksController(
      Links links,
      Linking linking,
      StartLinks startLinks,
      Memberships memberships,
      TransactionTemplate transaction,
      Clock clock) {
    this.links = links;
    this.linking = linking;
    this.startLinks = startLinks;
    this.memberships = memberships;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** In the order of the customers' ids. */
  @GetMapping("/operations/links")
  Page<View> list(
      @RequestParam(name = "before", defaultValue = "") @Size(max = 255) String after,
      @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    List<AccountLink> rows = links.list(after, Page.toRead(limit));
    return Page.of(rows, limit, View::of, AccountLink::customerId);
  }

  @GetMapping("/operations/customers/{customerId}/link")
  View of(@PathVariable("customerId") String customerId) {
    return links
        .ofCustomer(customerId)
        .map(View::of)
        .orElseThrow(() -> Problems.notFound("The customer is linked to no account"));
  }

  /** Ends the link; the account loses its access, and the customer may link another one. */
  @PostMapping("/operations/customers/{customerId}/link/end")
  View end(@PathVariable("customerId") String customerId) {
    AccountLink ended =
        transaction.execute(status -> {
          AccountLink link =
              linking
                  .unlink(customerId, clock.instant())
                  .orElseThrow(() -> Problems.notFound("The customer is linked to no account"));
          memberships.cut(link.telegramUserId(), clock.instant());
          return link;
        });
    return View.of(ended);
  }

  /** Makes a new start link for a customer, to be handed to nobody else. */
  @PostMapping("/operations/customers/{customerId}/start-links")
  @ResponseStatus(HttpStatus.CREATED)
  StartLink startLink(@PathVariable("customerId") @Size(min = 1, max = 255) String customerId) {
    Link link = startLinks.of(customerId, clock.instant());
    return new StartLink(link.url(), link.usableUntil());
  }

  /** A link; the account's id is masked. */
  record View(
      @JsonProperty("customer_id") String customerId,
      @JsonProperty("telegram_user_id") String telegramUserId,
      @JsonProperty("linked_at") Instant linkedAt,
      @JsonProperty("how") String how,
      @JsonProperty("unreachable") String unreachable) {

    static View of(AccountLink link) {
      return new View(
          link.customerId(),
          Masks.telegramUserId(link.telegramUserId()),
          link.linkedAt(),
          link.how(),
          link.unreachable());
    }
  }

  /** Who opens it is taken for the customer. */
  record StartLink(
      @JsonProperty("url") String url, @JsonProperty("usable_until") Instant usableUntil) {}
}
