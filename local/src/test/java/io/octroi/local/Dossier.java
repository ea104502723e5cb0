package io.octroi.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to know of somebody who does not exist, and keys that open nothing. */
record Dossier(
    String name,
    String email,
    String phone,
    String card,
    String webhookSecret,
    String apiKey,
    String botToken,
    String jwt,
    String address,
    String sealingKey) {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final List<String> SYLLABLES =
      List.of("zé", "kwø", "ñdi", "ïss", "vrü", "çma", "dłu", "xâv", "ghõ", "šty", "bæl", "ŵyn");

  /** So many, always the same for a seed. */
  static List<Dossier> drawn(int count, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Dossier> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(draw(random));
    }
    return drawn;
  }

  private static Dossier draw(RandomGenerator random) {
    return new Dossier(
        word(random) + " " + word(random),
        letters(random, 9) + "." + letters(random, 9) + "@" + letters(random, 8) + ".example",
        "+2217" + digits(random, 8),
        card(random),
        "whsec_" + letters(random, 32),
        "sk_live_" + letters(random, 24),
        "7" + digits(random, 9) + ":AA" + letters(random, 33),
        "eyJhbGciOiJIUzI1NiJ9."
            + base64("{\"sub\":\"" + letters(random, 12) + "\"}")
            + "."
            + letters(random, 43),
        (1 + random.nextInt(99)) + " rue " + word(random) + ", " + word(random),
        Base64.getEncoder().encodeToString(letters(random, 31).getBytes(StandardCharsets.UTF_8)));
  }

  /** All of it, each by its kind. */
  List<String> values() {
    return List.of(
        name, email, phone, card, webhookSecret, apiKey, botToken, jwt, address, sealingKey);
  }

  /** Those that may stand in a header. */
  List<String> inAscii() {
    return values().stream().filter(value -> value.chars().allMatch(c -> c < 128)).toList();
  }

  /** The values and the parts by which somebody would be known just as well. */
  Stream<String> traces() {
    return Stream.concat(
        values().stream(),
        Stream.of(
            name.substring(0, name.indexOf(' ')),
            name.substring(name.indexOf(' ') + 1),
            email.substring(0, email.indexOf('@')),
            phone.substring(1),
            card.replaceAll("(.{4})(?!$)", "$1 "),
            card.replaceAll("(.{4})(?!$)", "$1-"),
            botToken.substring(botToken.indexOf(':') + 1),
            address.substring(address.lastIndexOf(' ') + 1)));
  }

  private static String word(RandomGenerator random) {
    String word =
        random.ints(4, 0, SYLLABLES.size()).mapToObj(SYLLABLES::get).collect(Collectors.joining());
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String letters(RandomGenerator random, int length) {
    return random
        .ints(length, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }

  private static String digits(RandomGenerator random, int length) {
    return random.ints(length, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sixteen digits that pass the check of ISO/IEC 7812. */
  private static String card(RandomGenerator random) {
    String digits = "4" + digits(random, 14);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
