-- When each version of an endpoint's secret last proved a webhook. A row for each partition of the
-- topic: a partition has one reader at a time, so that no two batches ever wait for one row. The
-- times are the gateway's, of receipt. Only columns without an index change: updates stay on their
-- page.
create table secret_uses (
    endpoint      text        not null,
    version       text        not null,
    partition_no  int         not null,
    first_used_at timestamptz not null,
    last_used_at  timestamptz not null check (last_used_at >= first_used_at),
    uses          bigint      not null check (uses >= 0),
    primary key (endpoint, version, partition_no)
) with (fillfactor = 50);

insert into secret_uses (endpoint, version, partition_no, first_used_at, last_used_at, uses)
select endpoint, secret_version, partition_no, min(received_at), max(received_at), count(*)
  from ledger
 where secret_version <> 'none'
 group by endpoint, secret_version, partition_no;
