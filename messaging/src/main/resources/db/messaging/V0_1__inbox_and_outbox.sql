-- What a consumer has taken in. The primary key is what makes a redelivery harmless.
create table inbox (
  consumer    text        not null,
  source      text        not null,
  event_id    text        not null,
  topic       text        not null,
  "partition" integer     not null,
  "offset"    bigint      not null,
  received_at timestamptz not null,
  primary key (consumer, source, event_id)
);
create index inbox_by_age on inbox (received_at);

-- What is to be published. A row is there from the commit of the change it tells of until the broker
-- has acknowledged it. Read by presence, never by "id greater than the last one": ids are drawn
-- before the commit, so a low id may appear after a high one.
create table outbox (
  id          bigint generated always as identity primary key,
  lane        smallint    not null,
  event_id    uuid        not null unique,
  source      text        not null,
  type        text        not null,
  topic       text        not null,
  message_key text        not null,
  occurred_at timestamptz not null,
  payload     bytea       not null,
  traceparent text        not null,
  created_at  timestamptz not null
);
create index outbox_by_lane on outbox (lane, id);

-- Who publishes which lane. A key always falls into the same lane, and one relay at a time holds it:
-- that is what keeps the order per key with any number of relays.
create table outbox_lanes (
  lane         smallint    primary key,
  owner        text,
  leased_until timestamptz not null default '-infinity'
);
