package io.octroi.notifier.delivery;

import io.octroi.contracts.EventIds;
import io.octroi.messaging.batch.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** All deliveries, as those see them who ask for one to be made. */
public final class Deliveries {
  // Nobody else can have made one: the notification is not committed yet. Looking for each first
  // costs a fourth of making it (docs/performance.md).
  private static final String INSERT =
      """
      insert into deliveries (id, notification_id, action, target, address, customer_id, status,
             due_at, created_at, code, settled_at)
      select id, notification_id, action, target, address, customer_id,
             case when dropped_for <> '' then 'dropped'
                  when address = 'none' then 'due'
                  when exists (
                    select from contacts c
                     where c.customer_id = planned.customer_id
                       and case planned.address when 'email' then c.email is not null
                             when 'phone' then c.phone is not null
                             else c.telegram_user_id is not null end) then 'due'
                  when planned.address = 'telegram' and exists (
                    select from telegram_links l
                     where l.customer_id = planned.customer_id) then 'due'
                  else 'waiting_contact' end,
             due_at, created_at, dropped_for, case when dropped_for <> '' then created_at end
        from (select unnest(?::uuid[]) as id, unnest(?::uuid[]) as notification_id,
                     unnest(?::text[]) as action, unnest(?::text[]) as target,
                     unnest(?::text[]) as address, unnest(?::text[]) as customer_id,
                     unnest(?::timestamptz[]) as due_at, unnest(?::timestamptz[]) as created_at,
                     unnest(?::text[]) as dropped_for)
          as planned
      returning id, notification_id, action, status
      """;

  private static final String RELEASE =
      """
      update deliveries d set status = 'due'
       where d.status = 'waiting_contact' and d.customer_id = any(?::text[])
         and exists (
           select from contacts c
            where c.customer_id = d.customer_id
              and case d.address when 'email' then c.email is not null
                    when 'phone' then c.phone is not null
                    else c.telegram_user_id is not null end
           union all
           select from telegram_links l
            where d.address = 'telegram' and l.customer_id = d.customer_id)
      """;

  private static final String RESTART =
      """
      with probe as (
        delete from telegram_chat_stops s using deliveries d
         where d.id = ? and d.target = s.chat_id::text)
      update deliveries
         set status = 'due', due_at = ?, settled_at = null, code = '', counted_failures = 0,
             first_tried_at = null
       where id = ? and status = 'failed'
      """;

  private final JdbcTemplate jdbc;

  public Deliveries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes rows; those that need an address which nobody told wait for it until {@link #release}
   * finds it known.
   *
   * @param planned the first deliveries of notifications that were made in this transaction; each
   *     action towards a target once a notification
   * @return those that wait, oldest first
   */
  public List<Routes.Missed> insert(List<PlannedDelivery> planned) {
    if (planned.isEmpty()) {
      return List.of();
    }
    List<Routes.Missed> waiting = new ArrayList<>();
    jdbc.query(
        INSERT,
        row -> {
          if (row.getString("status").equals("waiting_contact")) {
            waiting.add(
                new Routes.Missed(
                    row.getObject("id", UUID.class),
                    row.getObject("notification_id", UUID.class),
                    DeliveryAction.ofWireName(row.getString("action"))));
          }
        },
        Columns.of(planned)
            .uuids(p -> EventIds.next(p.createdAt()))
            .uuids(PlannedDelivery::notificationId)
            .text(p -> p.action().wireName())
            .text(PlannedDelivery::target)
            .text(p -> p.action().address().wireName())
            .text(PlannedDelivery::customerId)
            .instants(PlannedDelivery::dueAt)
            .instants(PlannedDelivery::createdAt)
            .text(PlannedDelivery::droppedFor)
            .arguments());
    waiting.sort(Comparator.comparing(Routes.Missed::deliveryId));
    return waiting;
  }

  /** Makes those deliveries of these customers due whose address is known by now. */
  public void release(Collection<String> customerIds) {
    jdbc.update(RELEASE, (Object) customerIds.toArray(String[]::new));
  }

  /**
   * Starts a failed delivery again, with a full allowance of attempts.
   *
   * @return whether there was a failed delivery with this id
   */
  public boolean restart(UUID deliveryId, Instant now) {
    return jdbc.update(RESTART, deliveryId, now.atOffset(ZoneOffset.UTC), deliveryId) == 1;
  }
}
