package io.octroi.notifier.linking;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.notifier.NotifierMetric;
import io.octroi.notifier.linking.LinkDecision.Confirm;
import io.octroi.notifier.linking.LinkDecision.Link;
import io.octroi.notifier.linking.LinkDecision.Refuse;
import io.octroi.notifier.linking.LinkDecision.Replace;
import io.octroi.operations.finding.Findings;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives start tokens out and takes them back; in the transaction it is called in. */
public final class Linking {
  /** A valid token could not be followed, because customer or account are linked otherwise. */
  public static final String CONFLICT = "telegram_link_conflict";

  /** The bot cannot write to a linked account. */
  public static final String UNREACHABLE = "telegram_recipient_unreachable";

  private final Links links;
  private final StartTokens tokens;
  private final History history;
  private final Findings findings;
  private final LinkingProperties properties;
  private final MeterRegistry meters;
  private final SecureRandom random = new SecureRandom();

  Linking(
      Links links,
      StartTokens tokens,
      History history,
      Findings findings,
      LinkingProperties properties,
      MeterRegistry meters) {
    this.links = links;
    this.tokens = tokens;
    this.history = history;
    this.findings = findings;
    this.properties = properties;
    this.meters = meters;
  }

  /**
   * A start link's payload.
   *
   * @param text who shows it first is linked
   */
  public record Issued(String text, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[…]";
    }
  }

  /** Gives a new token out. */
  public Issued issue(String customerId, Instant now) {
    StartToken token = StartToken.draw(random);
    Instant expiresAt = now.plus(properties.tokenValidity());
    tokens.issue(token, customerId, now, expiresAt, properties.maxOpenTokens());
    return new Issued(token.text(), expiresAt);
  }

  /**
   * An account shows a token.
   *
   * @param text as it was sent; anything may be in it
   */
  public LinkResult redeem(String text, long telegramUserId, String traceparent, Instant now) {
    Optional<StartToken> token = StartToken.parse(text);
    links.lock();
    Optional<IssuedToken> issued = token.flatMap(tokens::find);
    LinkDecision decision =
        LinkDecision.of(
            issued,
            issued.flatMap(known -> links.ofCustomer(known.customerId())),
            links.ofAccount(telegramUserId),
            telegramUserId,
            properties.relink(),
            now);
    LinkResult result =
        switch (decision) {
          case Link link -> {
            token.ifPresent(t -> tokens.use(t, link.customerId(), telegramUserId, now));
            yield linked(link.customerId(), telegramUserId, traceparent, now, List.of());
          }
          case Confirm confirm -> {
            token.ifPresent(t -> tokens.use(t, confirm.customerId(), telegramUserId, now));
            reach(telegramUserId, "");
            yield new LinkResult.Linked(confirm.customerId(), List.of());
          }
          case Replace replace -> {
            token.ifPresent(t -> tokens.use(t, replace.customerId(), telegramUserId, now));
            replace.cut().forEach(old -> cut(old, "replaced", traceparent, now));
            yield linked(replace.customerId(), telegramUserId, traceparent, now, replace.cut());
          }
          case Refuse refuse -> refused(refuse, traceparent, now);
        };
    count(result);
    return result;
  }

  /**
   * Notes whether the bot can write to an account.
   *
   * @param why it cannot, such as {@code blocked}; empty where it can
   */
  public void reach(long telegramUserId, String why) {
    links.reachable(telegramUserId, why);
    links
        .ofAccount(telegramUserId)
        .ifPresent(link -> {
          if (why.isEmpty()) {
            findings.clear(UNREACHABLE, link.customerId());
          } else {
            findings.report(
                UNREACHABLE,
                link.customerId(),
                Map.of("code", why),
                "Reach the customer another way; they have to start the bot again themselves.");
          }
        });
  }

  /**
   * Ends a customer's link.
   *
   * @return the link that was; empty where there was none
   */
  public Optional<AccountLink> unlink(String customerId, Instant now) {
    links.lock();
    Optional<AccountLink> link = links.ofCustomer(customerId);
    link.ifPresent(old -> cut(old, "operator", "", now));
    return link;
  }

  private LinkResult linked(
      String customerId, long userId, String traceparent, Instant now, List<AccountLink> cut) {
    links.insert(new AccountLink(customerId, userId, now, "start_token", ""));
    history.add(History.Entry.of(customerId, "linked", "start_token", traceparent), now);
    findings.clear(CONFLICT, customerId);
    return new LinkResult.Linked(customerId, cut);
  }

  private void cut(AccountLink link, String code, String traceparent, Instant now) {
    links.delete(link);
    history.add(History.Entry.of(link.customerId(), "unlinked", code, traceparent), now);
    findings.clear(CONFLICT, link.customerId());
  }

  private LinkResult refused(Refuse refuse, String traceparent, Instant now) {
    String code = refuse.refusal().name().toLowerCase(Locale.ROOT);
    if (!refuse.customerId().isEmpty()) {
      history.add(History.Entry.of(refuse.customerId(), "link-refused", code, traceparent), now);
    }
    if (refuse.refusal().isConflict()) {
      findings.report(
          CONFLICT,
          refuse.customerId(),
          Map.of("refusal", code),
          "Ask the customer which account is theirs; bin/octroi links unlink ends the old link.");
    }
    return new LinkResult.Refused(code);
  }

  private void count(LinkResult result) {
    String outcome =
        switch (result) {
          case LinkResult.Linked linked -> "linked";
          case LinkResult.Refused refused -> refused.code();
        };
    NotifierMetric.START_TOKENS_SHOWN.count(meters, outcome);
  }
}
