-- Whose a Telegram account is: one account a customer, one customer an account.
-- unreachable: why the bot cannot write there; empty where it can.
create table telegram_links (
  customer_id      text        primary key,
  telegram_user_id bigint      not null unique,
  linked_at        timestamptz not null,
  how              text        not null check (how in ('start_token')),
  unreachable      text        not null default ''
);

-- The one-time keys in start links; only their SHA-256 is kept.
create table telegram_start_tokens (
  token_hash  bytea       primary key check (octet_length(token_hash) = 32),
  customer_id text        not null,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  used_by     bigint,
  check ((used_at is null) = (used_by is null))
);
create index telegram_start_tokens_customer on telegram_start_tokens (customer_id, issued_at);

-- What happened between a customer and the chats, for people; nothing is decided by it.
create table telegram_history (
  id          uuid        primary key,
  customer_id text        not null,
  at          timestamptz not null,
  kind        text        not null,
  chat_id     bigint,
  code        text        not null default '',
  traceparent text        not null default ''
);
create index telegram_history_customer on telegram_history (customer_id, at desc);

alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check check (kind in (
  'activation-confirmed', 'renewal-confirmed', 'access-reopened', 'reminder', 'access-ended',
  'account-linked'));

alter table deliveries drop constraint deliveries_action_check;
alter table deliveries add constraint deliveries_action_check check (action in (
  'email', 'email.link', 'telegram.invitation', 'telegram.message', 'telegram.links',
  'telegram.removal', 'telegram.revocation'));
