-- A period is written with its payment and its subscription, in one transaction and by the same code;
-- reconciliation and rebuild look for what does not fit. Checking each row locks, and logs, both of
-- its parents once more (docs/performance.md).
alter table periods
  drop constraint periods_payment_id_fkey,
  drop constraint periods_subscription_id_fkey;
