-- Up to when everything that an endpoint's provider had to tell is in the ledger, and who is asking
-- it. Never moves back.
create table watermarks (
    endpoint       text        not null primary key,
    provider       text        not null,
    complete_until timestamptz not null,
    polled_at      timestamptz,
    next_poll_at   timestamptz not null,
    state          text        not null default 'new'
        check (state in ('new', 'complete', 'filling', 'failing')),
    failure        text        not null default '',
    fills          int         not null default 0,
    lease_owner    text        not null default '',
    lease_until    timestamptz not null default '-infinity',
    version        bigint      not null default 0
);

-- What a provider had not decided when it was listed. It is asked again until it is decided.
create table undecided (
    endpoint  text        not null,
    kind      text        not null,
    reference text        not null,
    since     timestamptz not null,
    holds     boolean     not null,
    asked     int         not null default 0,
    next_at   timestamptz not null,
    primary key (endpoint, kind, reference)
);

create index undecided_due on undecided (endpoint, next_at);
