-- Finds out where the live tables and the rebuilt ones differ. LIVE. and SHADOW. are replaced by the
-- schemas' names. Runs in one transaction, with the last webhooks replayed in it.

analyze SHADOW.payments, SHADOW.payment_references, SHADOW.payment_facts, SHADOW.identities,
        SHADOW.agreements, SHADOW.ledger;

-- Ids of payments differ: the same payment is the one with the same names or the same evidence.
create table SHADOW.pairs (shadow_id uuid primary key, live_id uuid not null unique);

create table SHADOW.links as
select shadow_id, live_id, sum(weight) as weight
  from (
    select s.payment_id as shadow_id, l.payment_id as live_id, 2 as weight
      from SHADOW.payment_references s join LIVE.payment_references l using (provider, reference)
    union all
    select s.id, l.id, 3
      from SHADOW.payments s join LIVE.payments l using (provider, reference)
     where s.merged_into is null and l.merged_into is null
    union all
    select s.payment_id, l.payment_id, 2
      from SHADOW.payment_facts s join LIVE.payment_facts l using (endpoint, event_id)) as links
 where not exists (select 1 from LIVE.payments m
                    where m.id = links.live_id and m.merged_into is not null)
 group by shadow_id, live_id;

insert into SHADOW.pairs (shadow_id, live_id)
select shadow_id, live_id
  from (
    select distinct on (live_id) shadow_id, live_id
      from (
        select distinct on (shadow_id) shadow_id, live_id, weight
          from SHADOW.links order by shadow_id, weight desc, live_id) as best
     order by live_id, weight desc, shadow_id) as unambiguous;

analyze SHADOW.pairs;

create table SHADOW.differences (
    position   bigint generated always as identity primary key,
    table_name text not null,
    shadow_id  uuid,
    live_id    uuid,
    key        text[] not null,
    live       jsonb,
    rebuilt    jsonb
);

insert into SHADOW.differences (table_name, shadow_id, live_id, key, live, rebuilt)
select 'payments', s.id, l.id, array[coalesce(s.provider, l.provider), coalesce(s.reference, l.reference)],
       l.row, s.row
  from (select p.id, pairs.live_id, p.provider, p.reference,
               to_jsonb(p) - array['id', 'version', 'merged_into', 'created_at', 'updated_at'] as row
          from SHADOW.payments p left join SHADOW.pairs on pairs.shadow_id = p.id
         where p.merged_into is null) as s
  full join
       (select p.id, p.provider, p.reference,
               to_jsonb(p) - array['id', 'version', 'merged_into', 'created_at', 'updated_at'] as row
          from LIVE.payments p where p.merged_into is null) as l
    on l.id = s.live_id
 where s.row is distinct from l.row;

-- The kind of a name is what it was first called: an order and its webhook may call it differently.
insert into SHADOW.differences (table_name, shadow_id, live_id, key, live, rebuilt)
select 'payment_references', s.payment_id, l.payment_id, array[provider, reference], l.row, s.row
  from (select r.provider, r.reference, r.payment_id,
               jsonb_build_object('kind', r.kind, 'payment_id', coalesce(p.live_id, r.payment_id)) as row
          from SHADOW.payment_references r left join SHADOW.pairs p on p.shadow_id = r.payment_id) as s
  full join
       (select r.provider, r.reference, r.payment_id,
               jsonb_build_object('kind', r.kind, 'payment_id', r.payment_id) as row
          from LIVE.payment_references r) as l
 using (provider, reference)
 where s.row -> 'payment_id' is distinct from l.row -> 'payment_id';

insert into SHADOW.differences (table_name, shadow_id, live_id, key, live, rebuilt)
select 'payment_facts', s.shadow_id, id, array[id::text, event_id], l.row, s.row
  from (select coalesce(p.live_id, f.payment_id) as id, f.payment_id as shadow_id, f.event_id,
               to_jsonb(f) - array['payment_id', 'event_id'] as row
          from SHADOW.payment_facts f left join SHADOW.pairs p on p.shadow_id = f.payment_id) as s
  full join
       (select f.payment_id as id, f.event_id, to_jsonb(f) - array['payment_id', 'event_id'] as row
          from LIVE.payment_facts f) as l
 using (id, event_id)
 where s.row is distinct from l.row;

insert into SHADOW.differences (table_name, key, live, rebuilt)
select 'identities', array[provider, subject], l.row, s.row
  from (select provider, subject, jsonb_build_object('identity', identity) as row
          from SHADOW.identities where identity <> '{}') as s
  full join
       (select provider, subject, jsonb_build_object('identity', identity) as row
          from LIVE.identities where identity <> '{}') as l
 using (provider, subject)
 where s.row is distinct from l.row;

insert into SHADOW.differences (table_name, key, live, rebuilt)
select 'agreements', array[provider, agreement], l.row, s.row
  from (select provider, agreement, to_jsonb(a) - array['version'] as row from SHADOW.agreements a) as s
  full join
       (select provider, agreement, to_jsonb(a) - array['version'] as row from LIVE.agreements a) as l
 using (provider, agreement)
 where s.row is distinct from l.row;

-- What a webhook came to; those that were not replayed said nothing that counts.
insert into SHADOW.differences (table_name, key, live, rebuilt)
select 'ledger', array[endpoint, event_id],
       jsonb_build_object('outcome', l.outcome, 'reason', l.reason),
       jsonb_build_object('outcome', s.outcome, 'reason', s.reason)
  from SHADOW.ledger s join LIVE.ledger l using (endpoint, event_id)
 where (s.outcome, s.reason) is distinct from (l.outcome, l.reason);

create index on SHADOW.differences (table_name, key);
create index on SHADOW.differences (live_id);
create index on SHADOW.differences (shadow_id);
analyze SHADOW.differences;
