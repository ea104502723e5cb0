package io.octroi.subscription.removal;

import java.util.Locale;

/** Why a member whose time is over is not put out. */
public enum Obstacle {
  /** It is not certain that every payment until then is known. */
  WATERMARK,
  /** More are to be put out at once than may be without a release. */
  BATCH,
  /** Putting out is switched off for the family. */
  NOT_ARMED;

  /** As it is stored, counted and reported: {@code not_armed}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
