package io.octroi.payment.translation;

import io.octroi.contracts.Contact;
import io.octroi.contracts.PhoneNumber;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.PlanSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads who pays for what out of what a shop left with the provider: metadata, a reference, a
 * price. What does not look like an id, an address or a language is passed over: it says nothing.
 */
public final class Claims {
  private static final Pattern CODE = Pattern.compile("\\P{Cntrl}{1,200}");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,255}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern TELEGRAM_ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final TranslationProperties settings;
  private final JsonMapper json;
  private final PhoneReader phones;

  public Claims(TranslationProperties settings) {
    this.settings = settings;
    this.json = StrictJson.mapper(settings.maxBodyBytes());
    this.phones = new PhoneReader(settings.phones());
  }

  /** What a metadata object says, or a text that holds one as JSON or {@code customer|plan}. */
  public Claim metadata(ProviderObject metadata) {
    if (metadata.json().isString()) {
      return text(metadata.text());
    }
    Claim customer =
        first(metadata, settings.customerMetadataKeys())
            .map(id -> customer(id, CustomerSource.METADATA))
            .orElse(Claim.NONE);
    Claim plan =
        first(metadata, settings.planMetadataKeys())
            .map(code -> plan(code, PlanSource.METADATA))
            .orElse(Claim.NONE);
    Contact contact =
        new Contact(
            null,
            first(metadata, settings.languageMetadataKeys()).flatMap(Claims::language).orElse(null),
            telegramUserId(metadata).orElse(null),
            first(metadata, settings.phones().metadataKeys())
                .flatMap(phones::typed)
                .map(PhoneNumber::e164)
                .orElse(null));
    return customer.orElse(plan).orElse(contact(contact));
  }

  /**
   * What the shop's one free text says: metadata as JSON, or {@code customer|plan}. Any other text
   * is a customer where the settings say so, and else only the name of an order.
   */
  public Claim text(Optional<String> text) {
    return text.map(this::text).orElse(Claim.NONE);
  }

  /** The shop's own text on a payment: who pays for what, or the name of an order. */
  public ShopReference shopReference(Optional<String> text) {
    return ShopReference.of(this, text);
  }

  private Claim text(String text) {
    if (text.startsWith("{")) {
      try {
        return metadata(new ProviderObject(json.readTree(text)));
      } catch (JacksonException e) {
        return Claim.NONE;
      }
    }
    int bar = text.indexOf('|');
    if (bar < 0) {
      return settings.plainReferenceIsCustomer() ? clientReference(Optional.of(text)) : Claim.NONE;
    }
    Claim plan =
        code(Optional.of(text.substring(bar + 1).strip()))
            .map(code -> plan(code, PlanSource.METADATA))
            .orElse(Claim.NONE);
    return clientReference(Optional.of(text.substring(0, bar).strip())).orElse(plan);
  }

  /** A customer, by the reference that our checkout gave for one purchase. */
  public Claim clientReference(Optional<String> reference) {
    return code(reference)
        .map(id -> customer(id, CustomerSource.CLIENT_REFERENCE))
        .orElse(Claim.NONE);
  }

  /** The plan of the first price or product that the configuration knows. */
  public Claim priced(Stream<Optional<String>> pricesAndProducts) {
    return pricesAndProducts
        .flatMap(Optional::stream)
        .map(settings.plansByReference()::get)
        .filter(plan -> plan != null)
        .findFirst()
        .map(plan -> plan(plan, PlanSource.PRICE))
        .orElse(Claim.NONE);
  }

  /** How to reach the payer: the first text that looks like an address, and a language. */
  public Claim reachedBy(Stream<Optional<String>> emails, Optional<String> locale) {
    Optional<String> email =
        emails
            .flatMap(Optional::stream)
            .filter(address -> EMAIL.matcher(address).matches())
            .findFirst();
    return contact(
        new Contact(email.orElse(null), locale.flatMap(Claims::language).orElse(null), null));
  }

  /** The payer's number as they typed it at the checkout: the first that is one. */
  public Claim calledAt(Stream<Optional<String>> phoneNumbers) {
    return called(
        phoneNumbers.flatMap(Optional::stream).flatMap(text -> phones.typed(text).stream()));
  }

  /** The number whose mobile money account the network itself says was debited. */
  public Claim msisdn(Optional<String> digits) {
    return called(digits.flatMap(PhoneReader::msisdn).stream());
  }

  private static Claim called(Stream<PhoneNumber> numbers) {
    return numbers
        .findFirst()
        .map(number -> contact(new Contact(null, null, null, number.e164())))
        .orElse(Claim.NONE);
  }

  private Optional<Long> telegramUserId(ProviderObject metadata) {
    return settings.telegramMetadataKeys().stream()
        .map(key -> metadata.at(key).json())
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asString)
        .filter(id -> TELEGRAM_ID.matcher(id).matches())
        .map(Long::valueOf)
        .findFirst();
  }

  private static Optional<String> first(ProviderObject metadata, List<String> keys) {
    return keys.stream().flatMap(key -> code(metadata.text(key)).stream()).findFirst();
  }

  private static Optional<String> code(Optional<String> text) {
    return text.filter(t -> CODE.matcher(t).matches());
  }

  /** Checkout's {@code auto} means that the browser decides: no language of the customer. */
  private static Optional<String> language(String tag) {
    return Optional.of(tag).filter(t -> !t.equals("auto") && LANGUAGE.matcher(t).matches());
  }

  private static Claim customer(String id, CustomerSource source) {
    return new Claim(id, source, null, PlanSource.PRICE, Contact.UNKNOWN);
  }

  private static Claim plan(String code, PlanSource source) {
    return new Claim(null, CustomerSource.METADATA, code, source, Contact.UNKNOWN);
  }

  private static Claim contact(Contact contact) {
    return new Claim(null, CustomerSource.METADATA, null, PlanSource.PRICE, contact);
  }
}
