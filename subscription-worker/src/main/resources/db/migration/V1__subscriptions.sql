-- Payments as last heard of. The newest version wins, so the order of arrival does not matter.
create table grants (
  payment_id        uuid        primary key,
  -- -1 where only a merge was heard of so far.
  version           bigint      not null,
  customer_id       text        not null,
  provider          text        not null,
  reference         text        not null,
  plan_code         text        not null,
  -- What the plan granted when the payment arrived; empty until the plan is configured. A plan that
  -- changes later shortens nobody's time.
  family            text,
  days              integer,
  unknown_plan      boolean     not null,
  status            text        not null,
  amount            bigint,
  currency          text,
  paid_at           timestamptz,
  email             text,
  language          text,
  telegram_user_id  bigint,
  -- Whether the status grants a period, by the plan's policy when this version arrived.
  counted           boolean     not null,
  -- The payment that stands for this one. It takes over as soon as it is heard of.
  merged_into       uuid,
  merge_version     bigint,
  -- Whose subscription the version before this one belonged to. Written by the upsert itself: only
  -- the row that it replaces knows.
  prior_customer_id text,
  prior_family      text,
  updated_at        timestamptz not null,
  constraint grants_status check (status in
    ('pending', 'succeeded', 'failed', 'partially_refunded', 'refunded', 'disputed', 'lost')),
  constraint grants_counted check
    (not counted or (paid_at is not null and amount is not null and currency is not null)),
  constraint grants_plan check ((family is null) = (days is null)),
  constraint grants_days check (days > 0),
  constraint grants_merge check ((merged_into is null) = (merge_version is null))
);
create index grants_by_customer on grants (customer_id, family);
create index grants_by_merge on grants (merged_into) where merged_into is not null;
create index grants_of_unknown_plans on grants (plan_code, payment_id) where unknown_plan;

create table subscriptions (
  subscription_id  uuid        primary key,
  customer_id      text        not null,
  family           text        not null,
  version          bigint      not null,
  status           text        not null,
  plan_code        text        not null,
  starts_at        timestamptz,
  ends_at          timestamptz,
  -- When the customer is to be reminded of ends_at; empty for never.
  reminder_at      timestamptz,
  -- The end that the reminder was last sent for.
  reminded_for     timestamptz,
  email            text,
  language         text,
  telegram_user_id bigint,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint subscriptions_once unique (customer_id, family),
  constraint subscriptions_status check (status in ('unpaid', 'active', 'expired')),
  constraint subscriptions_span check (
    (status = 'unpaid' and starts_at is null and ends_at is null)
    or (status <> 'unpaid' and starts_at is not null and ends_at is not null
        and starts_at <= ends_at)),
  constraint subscriptions_reminder check (reminder_at is null or status = 'active')
);
-- What the clock asks every second must cost what is due, not what there is.
create index subscriptions_due_to_end on subscriptions (ends_at, subscription_id)
  where status = 'active';
create index subscriptions_due_to_remind on subscriptions (reminder_at, subscription_id)
  where status = 'active' and reminded_for is distinct from ends_at;

-- The time that each payment paid for. One period per payment, whatever happens.
create table periods (
  payment_id      uuid        primary key references grants,
  subscription_id uuid        not null references subscriptions,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  constraint periods_span check (starts_at < ends_at)
);
create index periods_by_subscription on periods (subscription_id, starts_at);

-- Payments that readers have been told of, each once: kept apart from periods, which come and go.
create table announcements (
  payment_id      uuid        primary key,
  subscription_id uuid        not null,
  announced_at    timestamptz not null
);

-- What became of the reminder of each end.
create table reminders (
  subscription_id uuid        not null references subscriptions,
  ends_at         timestamptz not null,
  outcome         text        not null,
  reason          text,
  decided_at      timestamptz not null,
  primary key (subscription_id, ends_at),
  constraint reminders_outcome check (
    (outcome = 'sent' and reason is null) or (outcome = 'dropped' and reason is not null))
);

-- Recurring agreements at the providers. They grant nothing: only payments do.
create table agreements (
  provider    text        not null,
  agreement   text        not null,
  version     bigint      not null,
  customer_id text        not null,
  plan_code   text,
  status      text        not null,
  ends_at     timestamptz,
  updated_at  timestamptz not null,
  primary key (provider, agreement),
  constraint agreements_status check (status in
    ('active', 'past_due', 'cancel_scheduled', 'suspended', 'canceled'))
);
create index agreements_by_customer on agreements (customer_id);
