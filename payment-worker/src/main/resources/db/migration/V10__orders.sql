-- What we asked providers to collect. Hints are held against it; tokens that notifications carry
-- are kept as hashes only.
create table orders (
    provider           text        not null,
    endpoint           text        not null,
    reference          text        not null,
    order_id           text        not null,
    customer_id        text        not null,
    plan_code          text        not null,
    amount             bigint      not null check (amount > 0),
    currency           text        not null check (currency ~ '^[A-Z]{3}$'),
    email              text,
    language           text,
    telegram_user_id   bigint,
    pay_token          text        not null,
    notif_token_sha256 text        not null check (notif_token_sha256 ~ '^([0-9a-f]{64})?$'),
    state              text        not null check (state in ('open', 'paid', 'failed')),
    created_at         timestamptz not null,
    primary key (provider, reference)
);

create index orders_customer on orders (customer_id, created_at);
create index orders_newest on orders (created_at);
