package io.octroi.payment.stripe;

import io.octroi.contracts.Contact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.PlanSource;
import io.octroi.payment.translation.TranslationProperties;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads who pays for what out of Stripe's objects: the reference that our checkout gave, else
 * metadata, else the price. What does not look like an id, an address or a language is passed over:
 * it says nothing.
 */
final class StripeClaims {
  private static final Pattern CODE = Pattern.compile("\\P{Cntrl}{1,200}");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,255}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern TELEGRAM_ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final TranslationProperties settings;

  StripeClaims(TranslationProperties settings) {
    this.settings = settings;
  }

  /** All that an object says: its reference, its metadata, its contact details. */
  Claim of(StripeObject object) {
    Claim said = metadata(object.at("metadata"));
    Optional<String> reference = code(object.text("client_reference_id"));
    Claim named =
        reference
            .map(id -> customer(id, CustomerSource.CLIENT_REFERENCE))
            .orElse(Claim.NONE)
            .orElse(said);
    return named.orElse(contact(contactDetails(object)));
  }

  /** What a metadata object says. */
  Claim metadata(StripeObject metadata) {
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
            first(metadata, settings.languageMetadataKeys())
                .flatMap(StripeClaims::language)
                .orElse(null),
            telegramUserId(metadata).orElse(null));
    return customer.orElse(plan).orElse(contact(contact));
  }

  /** The plan of the first price or product that the configuration knows. */
  Claim priced(Stream<Optional<String>> pricesAndProducts) {
    return pricesAndProducts
        .flatMap(Optional::stream)
        .map(settings.plansByReference()::get)
        .filter(plan -> plan != null)
        .findFirst()
        .map(plan -> plan(plan, PlanSource.PRICE))
        .orElse(Claim.NONE);
  }

  private static Contact contactDetails(StripeObject object) {
    Optional<String> email =
        Stream.of(
                object.text("customer_details", "email"),
                object.text("receipt_email"),
                object.text("customer_email"))
            .flatMap(Optional::stream)
            .filter(address -> EMAIL.matcher(address).matches())
            .findFirst();
    return new Contact(
        email.orElse(null),
        object.text("locale").flatMap(StripeClaims::language).orElse(null),
        null);
  }

  private Optional<Long> telegramUserId(StripeObject metadata) {
    return settings.telegramMetadataKeys().stream()
        .map(key -> metadata.at(key).json())
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asString)
        .filter(id -> TELEGRAM_ID.matcher(id).matches())
        .map(Long::valueOf)
        .findFirst();
  }

  private static Optional<String> first(StripeObject metadata, List<String> keys) {
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
