package io.octroi.platform.smtp;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all dialogues share: rules, faults still to come, the mailbox. */
final class MailServer {
  private final MailStandIn.Settings settings;
  private final Clock clock;
  private final Mailbox mailbox;
  private final List<MailFault> faults = new ArrayList<>();
  private volatile Optional<MailStandIn.Login> login;

  MailServer(MailStandIn.Settings settings) {
    this.settings = settings;
    this.clock = settings.clock();
    this.login = settings.login();
    this.mailbox = new Mailbox(settings.keptMessages(), settings.directory());
  }

  Mailbox mailbox() {
    return mailbox;
  }

  int largestMessage() {
    return settings.largestMessageBytes();
  }

  boolean wantsAuthentication() {
    return login.isPresent();
  }

  /** Without a login configured anybody is let in, as clients may be set up to send one. */
  boolean accepts(String user, String password) {
    return login
        .map(known -> known.user().equals(user) && known.password().equals(password))
        .orElse(true);
  }

  void login(MailStandIn.Login value) {
    login = Optional.of(value);
  }

  void keep(String from, List<String> to, byte[] raw) {
    mailbox.keep(from, to, raw, clock.instant());
  }

  synchronized void fail(MailFault fault) {
    faults.add(fault);
  }

  synchronized void clearFaults() {
    faults.clear();
  }

  /** The first fault that fits, used up by one. */
  synchronized Optional<MailFault.Action> fault(MailFault.Stage stage, List<String> addresses) {
    for (int i = 0; i < faults.size(); i++) {
      MailFault fault = faults.get(i);
      if (fault.stage() == stage && strikes(fault, addresses)) {
        if (fault.times() > 1) {
          faults.set(i, fault.usedOnce());
        } else {
          faults.remove(i);
        }
        return Optional.of(fault.action());
      }
    }
    return Optional.empty();
  }

  private static boolean strikes(MailFault fault, List<String> addresses) {
    return addresses.stream()
        .map(address -> address.toLowerCase(Locale.ROOT))
        .anyMatch(fault.address());
  }
}
