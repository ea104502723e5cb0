-- What has to be asked of providers' APIs before money moves: one inquiry per object, however many
-- webhooks speak of it.
create table inquiries (
    id          bigint generated always as identity primary key,
    endpoint    text        not null,
    provider    text        not null,
    kind        text        not null,
    reference   text        not null,
    trust       text        not null check (trust in ('weak', 'hint')),
    claim       text        not null check (claim in ('paid', 'failed', 'other')),
    claimed_at  timestamptz not null,
    state       text        not null check (state in (
        'open', 'confirmed', 'refuted', 'unknown', 'mismatch', 'expired')),
    verdict     text        not null default '',
    reason      text        not null default '',
    attempts    int         not null default 0,
    first_asked timestamptz not null,
    asked_at    timestamptz,
    next_at     timestamptz not null,
    closed_at   timestamptz,
    lease_until timestamptz,
    fence       bigint      not null default 0,
    event_id    text        not null,
    traceparent text        not null,
    unique (endpoint, kind, reference)
);

create index inquiries_due on inquiries (next_at) where state = 'open';
create index inquiries_state on inquiries (state, id);

-- The webhooks that wait for an inquiry's end.
create table inquiry_webhooks (
    endpoint   text   not null,
    event_id   text   not null,
    inquiry_id bigint not null references inquiries (id),
    primary key (endpoint, event_id)
);

create index inquiry_webhooks_inquiry on inquiry_webhooks (inquiry_id);

alter table ledger drop constraint ledger_outcome_check;
alter table ledger add constraint ledger_outcome_check check (outcome in (
    'applied', 'ignored', 'unmatched', 'unreadable', 'no_translator', 'awaiting_confirmation',
    'refuted'));
