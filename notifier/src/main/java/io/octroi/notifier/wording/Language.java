package io.octroi.notifier.wording;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that notifications are written in. */
public enum Language {
  FRENCH(Locale.FRENCH),
  ENGLISH(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * @param tag a BCP 47 tag as a provider told it, such as {@code fr-SN}; anything may be in it
   * @return its language, or {@code otherwise} where that is not one of these
   */
  static Language of(@Nullable String tag, Language otherwise) {
    if (tag == null) {
      return otherwise;
    }
    // Providers write fr_SN as well as fr-SN.
    String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    for (Language known : values()) {
      if (known.locale.getLanguage().equals(language)) {
        return known;
      }
    }
    return otherwise;
  }
}
