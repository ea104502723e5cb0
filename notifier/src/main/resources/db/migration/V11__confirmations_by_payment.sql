-- The key of a confirmation is made of its payment, which notifications_payment_once holds once:
-- no second index need say so (docs/performance.md).
create unique index notifications_key_once on notifications (key)
  where kind not in ('activation-confirmed', 'renewal-confirmed');
alter table notifications drop constraint notifications_key_key;
