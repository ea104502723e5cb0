-- Every verified webhook, byte for byte, once per endpoint and event id. Rows are never changed but
-- for their outcome.
create table ledger (
    position       bigint generated always as identity,
    endpoint       text        not null,
    event_id       text        not null,
    provider       text        not null,
    event_type     text        not null,
    ordering_key   text        not null,
    occurred_at    timestamptz not null,
    received_at    timestamptz not null,
    secret_version text        not null,
    trust          text        not null check (trust in ('signed', 'hint')),
    body           bytea       not null,
    sha256         bytea       not null check (octet_length(sha256) = 32),
    topic          text        not null,
    partition_no   int         not null,
    offset_no      bigint      not null,
    traceparent    text        not null,
    recorded_at    timestamptz not null,
    outcome        text        not null check (outcome in (
        'applied', 'ignored', 'unmatched', 'unreadable', 'no_translator')),
    reason         text        not null,
    primary key (endpoint, event_id)
);

-- What operators look for; the common case stays out of it.
create unique index ledger_position on ledger (position);
create index ledger_not_applied on ledger (outcome, position) where outcome <> 'applied';

-- The same id with other bytes: somebody is wrong, and nothing was done about it.
create table ledger_conflicts (
    position     bigint generated always as identity,
    endpoint     text        not null,
    event_id     text        not null,
    sha256       bytea       not null check (octet_length(sha256) = 32),
    body         bytea       not null,
    received_at  timestamptz not null,
    topic        text        not null,
    partition_no int         not null,
    offset_no    bigint      not null,
    recorded_at  timestamptz not null,
    primary key (endpoint, event_id, sha256)
);

create index ledger_conflicts_position on ledger_conflicts (position);
