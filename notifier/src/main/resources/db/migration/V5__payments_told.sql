-- What the newest event said about each payment. ever_paid: whether any version of it was paid.
create table payment_states (
  payment_id     uuid        primary key,
  version        bigint      not null,
  customer_id    text        not null,
  plan_code      text        not null,
  status         text        not null check (status in (
                   'pending', 'succeeded', 'failed', 'partially_refunded', 'refunded', 'disputed',
                   'lost')),
  amount_minor   bigint,
  refunded_minor bigint,
  currency       text,
  paid_at        timestamptz,
  ever_paid      boolean     not null,
  disputes       integer     not null,
  merged         boolean     not null,
  check ((amount_minor is null and refunded_minor is null) = (currency is null))
);
create index payment_states_paid on payment_states (customer_id, paid_at) where paid_at is not null;

-- A customer is told of a subscription, or of a payment alone.
alter table notifications
  alter column subscription_id drop not null,
  alter column version drop not null,
  alter column family drop not null,
  alter column ends_at drop not null,
  add column refunded_minor bigint,
  drop constraint notifications_kind_check,
  drop constraint notifications_check,
  drop constraint notifications_check1;
alter table notifications
  add constraint notifications_kind_check check (kind in (
    'activation-confirmed', 'renewal-confirmed', 'access-reopened', 'reminder', 'access-ended',
    'account-linked', 'refund', 'payment-failed', 'dispute-opened', 'dispute-won',
    'dispute-lost')),
  add constraint notifications_subscription_whole check (
    num_nulls(subscription_id, version, family, ends_at) in (0, 4)),
  add constraint notifications_amounts_of_a_payment check (
    (amount_minor is null and refunded_minor is null) = (currency is null)
    and (currency is null or payment_id is not null)),
  add constraint notifications_about_something check (
    case when kind in ('refund', 'payment-failed', 'dispute-opened', 'dispute-won', 'dispute-lost')
      then payment_id is not null and subscription_id is null
      else subscription_id is not null end),
  add constraint notifications_confirmation_of_a_payment check (
    kind not in ('activation-confirmed', 'renewal-confirmed') or amount_minor is not null),
  add constraint notifications_refund_of_something check ((kind = 'refund') = (refunded_minor is not null));
-- A failure is told once a payment, a refund once a payment and total.
create unique index notifications_failure_once on notifications (payment_id)
  where kind = 'payment-failed';
create unique index notifications_refund_once on notifications (payment_id, refunded_minor)
  where kind = 'refund';

-- An address is told with a subscription or with a payment.
alter table contacts rename column subscription_id to told_with;
