-- Records that a consumer put aside, with their exact bytes. A record that is published again and
-- fails again is the same row, one round further.
create table dead_letters (
  id              uuid        primary key,
  consumer        text        not null,
  -- SHA-256 of the event's source, id and bytes, or of its position where it has no id.
  fingerprint     bytea       not null,
  state           text        not null
                  check (state in ('waiting', 'redriven', 'settled', 'parked', 'discarded')),
  rounds          integer     not null check (rounds >= 0),
  arrivals        integer     not null check (arrivals > 0),
  reason          text        not null,
  source          text        not null,
  event_id        text        not null,
  type            text        not null,
  topic           text        not null,
  partition_no    integer     not null,
  offset_no       bigint      not null,
  dlt_topic       text        not null,
  dlt_partition   integer     not null,
  dlt_offset      bigint      not null,
  message_key     bytea,
  headers         text        not null,
  payload         bytea,
  traceparent     text        not null,
  first_failed_at timestamptz not null,
  last_failed_at  timestamptz not null,
  recorded_at     timestamptz not null,
  redriven_at     timestamptz,
  -- While somebody publishes it again; by the database's time.
  claimed_until   timestamptz,
  ended_at        timestamptz,
  unique (consumer, fingerprint),
  check ((state in ('settled', 'discarded')) = (ended_at is not null))
);
create index dead_letters_by_state on dead_letters (state, id);
create index dead_letters_by_age on dead_letters (first_failed_at) where ended_at is null;
create index dead_letters_ended on dead_letters (ended_at) where ended_at is not null;
