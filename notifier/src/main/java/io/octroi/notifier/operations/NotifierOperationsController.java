package io.octroi.notifier.operations;

import io.octroi.contracts.Contact;
import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.DeliveryStatus;
import io.octroi.notifier.delivery.Wakeup;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.operations.CustomerView.ContactView;
import io.octroi.notifier.operations.CustomerView.DeliveryView;
import io.octroi.notifier.operations.CustomerView.NotificationView;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What operators may see and do; guarded by their token. */
@RestController
final class NotifierOperationsController {
  private static final int MOST_ROWS = 200;

  private final Notifications notifications;
  private final Contacts contacts;
  private final Deliveries deliveries;
  private final DeliveryViews views;
  private final Wakeup wakeup;
  private final Clock clock;

  NotifierOperationsController(
      Notifications notifications,
      Contacts contacts,
      Deliveries deliveries,
      DeliveryViews views,
      Wakeup wakeup,
      Clock clock) {
    this.notifications = notifications;
    this.contacts = contacts;
    this.deliveries = deliveries;
    this.views = views;
    this.wakeup = wakeup;
    this.clock = clock;
  }

  /** The newest notifications of a customer, newest first; of a stranger, none. */
  @GetMapping("/operations/customers/{customerId}/notifications")
  CustomerView ofCustomer(
      @PathVariable("customerId") String customerId,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    List<Notification> newest = notifications.ofCustomer(customerId, bounded(limit));
    List<DeliveryView> deliveriesOfAll =
        views.ofNotifications(newest.stream().map(Notification::id).toList());
    return new CustomerView(
        customerId,
        contact(contacts.ofCustomer(customerId)),
        newest.stream().map(n -> NotificationView.of(n, of(n, deliveriesOfAll))).toList());
  }

  @GetMapping("/operations/notifications/{id}")
  NotificationView one(@PathVariable("id") UUID id) {
    Notification notification =
        notifications.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return NotificationView.of(notification, views.ofNotifications(List.of(id)));
  }

  /** Deliveries in a status, newest first. */
  @GetMapping("/operations/deliveries")
  List<DeliveryView> inStatus(
      @RequestParam("status") String status,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    try {
      return views.inStatus(DeliveryStatus.ofWireName(status), bounded(limit));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such status", e);
    }
  }

  /** Starts a failed delivery again, once what made it fail is mended. */
  @PostMapping("/operations/deliveries/{id}/restart")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restart(@PathVariable("id") UUID id) {
    if (!deliveries.restart(id, clock.instant())) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "only a failed delivery can be started again");
    }
    wakeup.signal();
  }

  private static List<DeliveryView> of(Notification notification, List<DeliveryView> all) {
    return all.stream().filter(d -> d.notificationId().equals(notification.id())).toList();
  }

  private static ContactView contact(Contact contact) {
    return new ContactView(
        Masks.email(contact.email()),
        contact.language() == null ? "" : contact.language(),
        Masks.telegramUserId(contact.telegramUserId()),
        Masks.phone(contact.phone()));
  }

  private static int bounded(int limit) {
    return Math.clamp(limit, 1, MOST_ROWS);
  }
}
