-- How a webhook's bytes came, besides being posted: asked of the provider, or verified again later.
alter table ledger drop constraint ledger_trust_check;
alter table ledger
    add constraint ledger_trust_check check (trust in ('signed', 'fetched', 'weak', 'hint')),
    add column origin text not null default 'webhook'
        check (origin in ('webhook', 'quarantine', 'backfill', 'confirmation')),
    add column sealed_sha256 text not null default ''
        check (sealed_sha256 = '' or sealed_sha256 ~ '^[0-9a-f]{64}$');
