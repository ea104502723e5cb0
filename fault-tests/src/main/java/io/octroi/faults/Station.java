package io.octroi.faults;

import java.util.Locale;

/** Where a payment leaves exactly one trace, in the order of its way. */
enum Station {
  WEBHOOK,
  PAYMENT,
  SUCCEEDED_PAYMENT,
  ACTIVE_SUBSCRIPTION,
  PERIOD,
  NOTIFICATION,
  MAIL_DELIVERY,
  INVITATION_DELIVERY,
  MAIL,
  INVITATION;

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
