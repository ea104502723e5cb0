-- What is remembered of those who stand for a customer at a provider: its customer objects and
-- recurring agreements. Each part of "identity" keeps the claim to believe and who made it.
create table identities (
    provider text  not null,
    subject  text  not null,
    identity jsonb not null default '{}',
    primary key (provider, subject)
);

-- Recurring agreements: the one statement to believe of all that were made.
create table agreements (
    provider          text        not null,
    agreement         text        not null,
    version           bigint      not null check (version > 0),
    status            text        not null check (status in (
        'active', 'past_due', 'cancel_scheduled', 'suspended', 'canceled')),
    ends_at           timestamptz,
    stated_plan       text,
    provider_customer text,
    stated_at         timestamptz not null,
    stated_by         text        not null,
    event_id          text        not null,
    customer_id       text,
    plan_code         text,
    primary key (provider, agreement)
);

create index agreements_provider_customer on agreements (provider, provider_customer)
    where provider_customer is not null;
create index agreements_customer on agreements (customer_id) where customer_id is not null;
