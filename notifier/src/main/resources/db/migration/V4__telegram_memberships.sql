-- What is known of an account in a chat, and when it is to be looked after. The chat is the
-- configured one. customer_id: whose account it is, or was last; empty for a stranger.
create table telegram_memberships (
  chat_id          bigint      not null,
  telegram_user_id bigint      not null,
  customer_id      text        not null,
  standing         text        not null check (standing in (
                     'unknown', 'outside', 'inside', 'administrator', 'owner', 'banned')),
  -- Telegram's time of what says so, and the update; 0 where it was asked for.
  seen_at          timestamptz not null,
  seen_update      bigint      not null,
  -- A join request that was not answered yet.
  asked_at         timestamptz,
  -- The account's link was ended.
  cut_at           timestamptz,
  -- A ban of ours is to be lifted.
  lift_owed        boolean     not null default false,
  due_at           timestamptz,
  check_at         timestamptz not null,
  lease_token      uuid,
  lease_until      timestamptz,
  attempts         integer     not null default 0,
  code             text        not null default '',
  -- Grows with whatever comes from outside, so that a worker does not overwrite what is newer.
  touched          bigint      not null default 0,
  primary key (chat_id, telegram_user_id),
  check ((lease_token is null) = (lease_until is null))
);
create index telegram_memberships_due on telegram_memberships (due_at) where due_at is not null;
create index telegram_memberships_check on telegram_memberships (check_at);
create index telegram_memberships_customer on telegram_memberships (customer_id)
  where customer_id <> '';
create index telegram_memberships_account on telegram_memberships (telegram_user_id);

-- The bot may not act in these chats; one call is tried again at probe_at.
create table telegram_chat_stops (
  chat_id  bigint      primary key,
  code     text        not null,
  since    timestamptz not null,
  probe_at timestamptz not null
);

-- When the next call is free, per bucket and for all instances: the theoretical arrival time of
-- the generic cell rate algorithm, by the database's clock.
create table telegram_pace (
  bucket text        primary key,
  tat    timestamptz not null
);
