-- A delivery is made from its notification, and notifications are never removed. Checking each row
-- locks, and logs, the notification once more (docs/performance.md).
alter table deliveries drop constraint deliveries_notification_id_fkey;
