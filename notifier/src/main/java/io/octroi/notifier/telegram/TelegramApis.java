package io.octroi.notifier.telegram;

import java.util.function.Function;

/** The Bot API of whoever a token names; the last one is kept, since tokens change seldom. */
final class TelegramApis {
  private final Function<String, TelegramBotApi> make;
  private volatile Made last;

  private record Made(String token, TelegramBotApi api) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Made[]";
    }
  }

  /**
   * @param make an API for a token
   */
  TelegramApis(Function<String, TelegramBotApi> make) {
    this.make = make;
    this.last = new Made("", make.apply(""));
  }

  TelegramBotApi of(String token) {
    Made known = last;
    if (!known.token().equals(token)) {
      known = new Made(token, make.apply(token));
      last = known;
    }
    return known.api();
  }
}
