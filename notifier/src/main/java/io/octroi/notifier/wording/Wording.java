package io.octroi.notifier.wording;

import io.octroi.contracts.Money;
import io.octroi.notifier.notification.Notification;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Writes letters. */
public final class Wording {
  private static final Object[] NO_FACTS = {};

  private final MessageSource messages;
  private final Language defaultLanguage;
  private final ZoneId zone;
  private final Map<String, String> planNames;

  Wording(MessageSource messages, WordingProperties properties) {
    this.messages = messages;
    this.defaultLanguage = properties.defaultLanguage();
    this.zone = properties.zone();
    this.planNames = properties.planNames();
  }

  /**
   * What is said without any link.
   *
   * @param openUntil for a notification about a payment alone: until when its customer has what was
   *     paid for; absent where they do not
   */
  public Letter of(
      Notification notification, @Nullable String languageTag, @Nullable Instant openUntil) {
    return notification.subject().access() == null
        ? ofPayment(notification, languageTag, openUntil)
        : write(notification, languageTag, notification.kind().wireName(), List.of(), false);
  }

  /**
   * What is said where access may come with links.
   *
   * @param linkPending whether a link that is not among {@code links} is still being made
   */
  public Letter withLinks(
      Notification notification,
      @Nullable String languageTag,
      List<Link> links,
      boolean linkPending) {
    return write(notification, languageTag, notification.kind().wireName(), links, linkPending);
  }

  /** A plan to show samples of. */
  public String anyPlan() {
    return planNames.keySet().stream().sorted().findFirst().orElse("sample");
  }

  /** What is said where every character counts: one or two sentences. */
  public String brief(Notification notification, @Nullable String languageTag) {
    Locale locale = Language.of(languageTag, defaultLanguage).locale();
    Notification.Access access = notification.subject().access();
    Object[] facts = facts(notification, null, locale);
    if (access != null) {
      facts[1] = moment(access.endsAt(), locale, "sms.moment.pattern");
    }
    String kind = notification.kind().wireName();
    String brief = messages.getMessage(bodyKey(notification, "sms." + kind), facts, null, locale);
    return brief != null ? brief : say(kind + ".subject", facts, locale);
  }

  /** What the bot answers to somebody who pressed Start, by a stable name of the answer. */
  public String answer(String name, @Nullable String languageTag) {
    Locale locale = Language.of(languageTag, defaultLanguage).locale();
    return say("answer." + name, NO_FACTS, locale);
  }

  /** A second letter, for links that came too late for the first. */
  public Letter ofLateLinks(
      Notification notification, @Nullable String languageTag, List<Link> links) {
    return write(notification, languageTag, "late-link", links, false);
  }

  private Letter ofPayment(
      Notification notification, @Nullable String languageTag, @Nullable Instant openUntil) {
    Locale locale = Language.of(languageTag, defaultLanguage).locale();
    String name = notification.kind().wireName();
    Object[] facts = facts(notification, openUntil, locale);
    String access = openUntil == null ? ".access.closed" : ".access.open";
    return letter(
        locale,
        say(name + ".subject", facts, locale),
        List.of(say(bodyKey(notification, name), facts, locale), say(name + access, facts, locale)),
        List.of());
  }

  private Letter write(
      Notification notification,
      @Nullable String languageTag,
      String name,
      List<Link> links,
      boolean linkPending) {
    Locale locale = Language.of(languageTag, defaultLanguage).locale();
    Object[] facts = facts(notification, notification.access().endsAt(), locale);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(say(bodyKey(notification, name), facts, locale));
    if (linkPending) {
      paragraphs.add(say("link.pending", facts, locale));
    }
    return letter(locale, say(name + ".subject", facts, locale), paragraphs, links);
  }

  private Letter letter(Locale locale, String subject, List<String> paragraphs, List<Link> links) {
    return new Letter(
        locale,
        subject,
        say("greeting", NO_FACTS, locale),
        paragraphs,
        links.stream().map(link -> introduce(link, locale)).toList(),
        say("closing", NO_FACTS, locale));
  }

  private static String bodyKey(Notification notification, String name) {
    return name
        + switch (notification.kind()) {
          case ACCESS_ENDED -> notification.reversed() ? ".body.reversed" : ".body";
          case REFUND -> isInFull(notification.requiredPayment()) ? ".body.full" : ".body";
          case PAYMENT_FAILED ->
              notification.requiredPayment().amount() == null ? ".body.unknown-amount" : ".body";
          case ACTIVATION_CONFIRMED,
              RENEWAL_CONFIRMED,
              ACCESS_REOPENED,
              REMINDER,
              ACCOUNT_LINKED,
              DISPUTE_OPENED,
              DISPUTE_WON,
              DISPUTE_LOST ->
              ".body";
        };
  }

  private static boolean isInFull(Notification.Payment payment) {
    return payment.amount() != null && payment.amount().equals(payment.refunded());
  }

  private Letter.IntroducedLink introduce(Link link, Locale locale) {
    Object[] until = {moment(link.usableUntil(), locale)};
    String introduction = link.start() ? "start.introduction" : "link.introduction";
    return new Letter.IntroducedLink(say(introduction, until, locale), link.url());
  }

  /** Plan, end of access, amount paid, what went back: {0} to {3} in every message. */
  private Object[] facts(Notification notification, @Nullable Instant endsAt, Locale locale) {
    String planCode = notification.subject().planCode();
    Notification.Payment payment = notification.payment();
    return new Object[] {
      planNames.getOrDefault(planCode, planCode),
      endsAt == null ? "" : moment(endsAt, locale),
      payment == null ? "" : amountOrNothing(payment.amount(), locale),
      payment == null ? "" : amountOrNothing(payment.refunded(), locale)
    };
  }

  private static String amountOrNothing(@Nullable Money money, Locale locale) {
    return money == null ? "" : amount(money, locale);
  }

  private String say(String key, Object[] arguments, Locale locale) {
    return messages.getMessage(key, arguments, locale);
  }

  /** With the currency's own number of decimals: {@code 10 000 XOF}, {@code 49,00 EUR}. */
  static String amount(Money money, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(money.exponent());
    format.setMaximumFractionDigits(money.exponent());
    return format.format(BigDecimal.valueOf(money.minorUnits(), money.exponent()))
        + "\u00a0"
        + money.currency().getCurrencyCode();
  }

  private String moment(Instant instant, Locale locale) {
    return moment(instant, locale, "moment.pattern");
  }

  private String moment(Instant instant, Locale locale, String patternKey) {
    String pattern = say(patternKey, NO_FACTS, locale);
    return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
  }
}
