-- A payment is the join of its facts; this row is what they amount to.
create table payments (
    id                uuid primary key,
    version           bigint      not null check (version > 0),
    published         boolean     not null,
    provider          text        not null,
    reference         text        not null,
    reference_kind    text        not null,
    endpoint          text        not null,
    agreement         text,
    provider_customer text,
    matched           boolean     not null,
    currencies_differ boolean     not null,
    status            text        not null check (status in (
        'pending', 'succeeded', 'failed', 'partially_refunded', 'refunded', 'disputed', 'lost')),
    currency          text check (currency ~ '^[A-Z]{3}$'),
    amount            bigint check (amount >= 0),
    refunded          bigint check (refunded >= 0),
    paid_at           timestamptz,
    customer_id       text,
    plan_code         text,
    email             text,
    language          text,
    telegram_user_id  bigint,
    merged_into       uuid references payments (id) deferrable initially deferred,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,

    constraint money_has_a_currency
        check ((amount is null) = (currency is null) and (refunded is null or amount is not null)),
    constraint paid_means_when_and_how_much check (
        case when status in ('pending', 'failed')
             then paid_at is null and refunded is null
             else paid_at is not null and amount is not null and refunded is not null and matched
        end),
    constraint no_more_goes_back_than_came check (refunded <= amount),
    constraint refunds_agree_with_the_status check (
        case status
             when 'succeeded' then refunded = 0
             when 'partially_refunded' then refunded > 0 and refunded < amount
             when 'refunded' then refunded > 0 and refunded = amount
             else true
        end),
    constraint published_means_assigned
        check (not published or (customer_id is not null and plan_code is not null)),
    constraint no_payment_stands_for_itself check (merged_into <> id)
);

create index payments_customer on payments (customer_id, id) where customer_id is not null;
create index payments_agreement on payments (provider, agreement) where agreement is not null;
create index payments_provider_customer on payments (provider, provider_customer)
    where provider_customer is not null;
create index payments_unassigned on payments (id)
    where paid_at is not null and merged_into is null
      and (customer_id is null or plan_code is null);

-- One payment is known by many names at a provider.
create table payment_references (
    provider   text not null,
    reference  text not null,
    kind       text not null check (kind in (
        'payment', 'invoice', 'checkout', 'charge', 'refund', 'dispute')),
    payment_id uuid not null,
    primary key (provider, reference)
);

create index payment_references_payment on payment_references (payment_id);

-- What each event said about a payment. An event counts once, however often it comes.
create table payment_facts (
    payment_id uuid        not null,
    event_id   text        not null,
    endpoint   text        not null,
    at         timestamptz not null,
    facts      jsonb       not null,
    primary key (payment_id, event_id)
);

create index payment_facts_event on payment_facts (event_id);
