-- In which trace a payment was last heard of; empty where it was in none.
alter table grants add column traceparent text not null default '';
