-- What the newest event said about each subscription.
create table subscription_states (
  subscription_id uuid        primary key,
  version         bigint      not null,
  customer_id     text        not null,
  family          text        not null,
  plan_code       text        not null,
  status          text        not null check (status in ('active', 'expired')),
  ends_at         timestamptz not null,
  reversed        boolean     not null
);
create index subscription_states_customer on subscription_states (customer_id);

-- The one table that holds addresses.
create table contacts (
  subscription_id  uuid        primary key,
  version          bigint      not null,
  customer_id      text        not null,
  told_at          timestamptz not null,
  email            text,
  language         text,
  telegram_user_id bigint
);
create index contacts_customer on contacts (customer_id);
create index contacts_telegram on contacts (telegram_user_id) where telegram_user_id is not null;

create table notifications (
  id              uuid        primary key,
  key             text        not null unique,
  kind            text        not null check (kind in (
                    'activation-confirmed', 'renewal-confirmed', 'access-reopened', 'reminder', 'access-ended')),
  customer_id     text        not null,
  subscription_id uuid        not null,
  version         bigint      not null,
  family          text        not null,
  plan_code       text        not null,
  ends_at         timestamptz not null,
  payment_id      uuid,
  amount_minor    bigint,
  currency        text,
  reversed        boolean     not null,
  occurred_at     timestamptz not null,
  created_at      timestamptz not null,
  traceparent     text        not null,
  check ((payment_id is null) = (amount_minor is null) and (payment_id is null) = (currency is null)),
  check ((kind in ('activation-confirmed', 'renewal-confirmed')) <= (payment_id is not null))
);
create index notifications_customer on notifications (customer_id, created_at desc);
-- A payment is confirmed once, whatever it turned out to be and whoever it was assigned to.
create unique index notifications_payment_once on notifications (payment_id)
  where kind in ('activation-confirmed', 'renewal-confirmed');

-- due_at: from when a worker may take the row; while one has it, the end of its lease.
create table deliveries (
  id               uuid        primary key,
  notification_id  uuid        not null references notifications (id),
  action           text        not null check (action in (
                     'email', 'email.link', 'telegram.invitation', 'telegram.message',
                     'telegram.removal', 'telegram.revocation')),
  target           text        not null,
  address          text        not null check (address in ('none', 'email', 'telegram')),
  customer_id      text        not null,
  status           text        not null check (status in (
                     'waiting_contact', 'due', 'sending', 'sent', 'failed', 'dropped')),
  due_at           timestamptz not null,
  lease_token      uuid,
  first_tried_at   timestamptz,
  attempts         integer     not null default 0,
  counted_failures integer     not null default 0,
  code             text        not null default '',
  provider_id      text        not null default '',
  created_at       timestamptz not null,
  settled_at       timestamptz,
  unique (notification_id, action, target),
  check ((status = 'sending') = (lease_token is not null)),
  check ((status in ('sent', 'failed', 'dropped')) = (settled_at is not null))
);
create index deliveries_due on deliveries (due_at) where status in ('due', 'sending');
create index deliveries_waiting on deliveries (customer_id) where status = 'waiting_contact';
create index deliveries_failed on deliveries (settled_at) where status = 'failed';

-- A row without finished_at is a try whose end nobody saw.
create table delivery_attempts (
  delivery_id uuid        not null references deliveries (id),
  attempt     integer     not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  outcome     text        not null default '' check (outcome in (
                '', 'sent', 'retry_later', 'refused', 'dropped')),
  late        boolean     not null default false,
  code        text        not null default '',
  primary key (delivery_id, attempt)
);

-- A channel asked for silence towards a target.
create table delivery_holds (
  target     text        primary key,
  held_until timestamptz not null
);
