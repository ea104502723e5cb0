-- What is watched for its age; the common case stays out of it.
create index payments_pending on payments (created_at)
    where status = 'pending' and matched and merged_into is null;
create index payments_disputed on payments (updated_at)
    where status = 'disputed' and merged_into is null;
create index orders_open on orders (created_at) where state = 'open';
